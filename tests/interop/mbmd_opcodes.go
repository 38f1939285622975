// SPDX-FileCopyrightText: 2026 The metertwin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// go run mbmd_opcodes.go -- FILE: parses a Go source by Go's own parser and prints measurement and
// address of each entry of its Opcodes.
package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"log"
	"os"
)

func main() {
	file, err := parser.ParseFile(token.NewFileSet(), os.Args[len(os.Args)-1], nil, parser.AllErrors)
	if err != nil {
		log.Fatal(err)
	}
	ast.Inspect(file, func(node ast.Node) bool {
		literal, isLiteral := node.(*ast.CompositeLit)
		if !isLiteral {
			return true
		}
		if name, isName := literal.Type.(*ast.Ident); !isName || name.Name != "Opcodes" {
			return true
		}
		for _, element := range literal.Elts {
			entry := element.(*ast.KeyValueExpr)
			fmt.Println(entry.Key.(*ast.Ident).Name, entry.Value.(*ast.BasicLit).Value)
		}
		return true
	})
}
