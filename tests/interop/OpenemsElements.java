// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// java OpenemsElements.java FILE: parses a Java source by the compiler's own parser and prints
// channel and address of each m(ElectricityMeter.ChannelId.X, new FloatDoublewordElement(N), …).
// The elements of a task must follow each other from its start on.

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

public class OpenemsElements {
    private static int addressOf(ExpressionTree element) {
        return Integer.parseInt(((NewClassTree) element).getArguments().get(0).toString());
    }

    public static void main(String[] arguments) throws Exception {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var faults = new DiagnosticCollector<JavaFileObject>();
        var files = compiler.getStandardFileManager(faults, null, null);
        var task = (JavacTask) compiler.getTask(null, files, faults, List.of(), null,
                files.getJavaFileObjects(Path.of(arguments[0])));
        for (var unit : task.parse()) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitNewClass(NewClassTree node, Void nothing) {
                    if (node.getIdentifier().toString().equals("FC3ReadRegistersTask")) {
                        int next = Integer.parseInt(node.getArguments().get(0).toString());
                        for (var element : node.getArguments().subList(2,
                                node.getArguments().size())) {
                            var call = (MethodInvocationTree) element;
                            int address = addressOf(call.getArguments().get(1));
                            if (address != next) {
                                throw new IllegalStateException("a gap before " + address);
                            }
                            next += 2;
                        }
                    }
                    return super.visitNewClass(node, nothing);
                }

                @Override
                public Void visitMethodInvocation(MethodInvocationTree node, Void nothing) {
                    if (node.getMethodSelect().toString().equals("m")) {
                        String channel = node.getArguments().get(0).toString();
                        System.out.println(channel.substring(channel.lastIndexOf('.') + 1) + " "
                                + addressOf(node.getArguments().get(1)));
                    }
                    return super.visitMethodInvocation(node, nothing);
                }
            }.scan(unit, null);
        }
        for (var fault : faults.getDiagnostics()) {
            System.err.println(fault);
            System.exit(1);
        }
    }
}
