#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Helm chart: lint, what it renders, and that against the schemas of Kubernetes."""

import json
import subprocess
import sys
import unittest
from pathlib import Path

from chart import CHART, called, of_kind, pods_of, rendered, tools, tools_folder

HERE = Path(__file__).resolve().parent
EVERYTHING = ("--set", "replicas=2", "--set", "start=4", "--set-string",
              r"scenarios.a\.yaml=metertwin: 1", "--set", "scenario=a.yaml", "--set",
              "metrics.podMonitor.enabled=true", "--set-json", 'options=["--speed", "10"]', "--set",
              "storage.className=fast")


def faults_of(objects):
    done = subprocess.run(["node", HERE / "schema_check.mjs", tools_folder()],
                          input=json.dumps(objects), stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, check=False)
    assert not done.stderr, done.stderr
    return done.stdout.splitlines()


class Chart(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.helm = tools(tools_folder())

    def refusal(self, *options):
        done = called([self.helm, "template", "meters", CHART, *options])
        self.assertNotEqual(done.returncode, 0, options)
        return done.stderr

    def test_helm_finds_nothing_to_say_against_it(self):
        for options in ((), EVERYTHING):
            done = called([self.helm, "lint", "--strict", CHART, *options])
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_every_object_fits_its_schema(self):
        for options in ((), EVERYTHING):
            self.assertEqual(faults_of(rendered(self.helm, *options)), [])

    def test_the_schemas_would_find_a_mistake(self):
        objects = rendered(self.helm)
        container = of_kind(objects, "StatefulSet")[0]["spec"]["template"]["spec"]["containers"][0]
        container["readinesProbe"] = container.pop("readinessProbe")
        self.assertIn("readinesProbe", "".join(faults_of(objects)))
        objects = rendered(self.helm)
        of_kind(objects, "StatefulSet")[0]["spec"]["replicas"] = "three"
        self.assertTrue(faults_of(objects))

    def test_it_holds_what_a_fleet_needs_and_no_more(self):
        kinds = sorted(one["kind"] for one in rendered(self.helm))
        self.assertEqual(kinds, ["NetworkPolicy", "Service", "StatefulSet"])
        kinds = sorted(one["kind"] for one in rendered(self.helm, *EVERYTHING))
        self.assertEqual(kinds, ["ConfigMap", "NetworkPolicy", "PodMonitor", "Service",
                                 "StatefulSet"])
        bare = rendered(self.helm, "--set", "networkPolicy.enabled=false", "--set",
                        "liveness.enabled=false", "--set", "metrics.enabled=false")
        self.assertEqual(sorted(one["kind"] for one in bare), ["Service", "StatefulSet"])
        container = pods_of(of_kind(bare, "StatefulSet")[0])[0]["spec"]["containers"][0]
        self.assertNotIn("livenessProbe", container)
        self.assertFalse([word for word in container["args"] if "metrics" in word])

    def test_each_pod_has_its_name_its_number_and_its_claim(self):
        objects = rendered(self.helm, *EVERYTHING)
        service = of_kind(objects, "Service")[0]
        stateful_set = of_kind(objects, "StatefulSet")[0]
        self.assertEqual(service["spec"]["clusterIP"], "None")
        self.assertEqual(stateful_set["spec"]["serviceName"], service["metadata"]["name"])
        self.assertEqual(service["spec"]["selector"],
                         stateful_set["spec"]["template"]["metadata"]["labels"])
        pods = pods_of(stateful_set)
        self.assertEqual([pod["metadata"]["name"] for pod in pods], ["meters-4", "meters-5"])
        claims = [volume["persistentVolumeClaim"]["claimName"] for pod in pods
                  for volume in pod["spec"]["volumes"] if "persistentVolumeClaim" in volume]
        self.assertEqual(claims, ["state-meters-4", "state-meters-5"])
        self.assertEqual(pods[0]["spec"]["containers"][0]["args"],
                         ["serve", "/scenarios/a.yaml", "--number=$(POD_NAME)",
                          "--tcp=0.0.0.0:1502", "--state=/state", "--metrics=0.0.0.0:9502",
                          "--speed", "10"])

    def test_a_pod_may_do_nothing_but_serve(self):
        pod = pods_of(of_kind(rendered(self.helm), "StatefulSet")[0])[0]["spec"]
        container = pod["containers"][0]
        self.assertFalse(pod["automountServiceAccountToken"])
        self.assertTrue(pod["securityContext"]["runAsNonRoot"])
        self.assertEqual(container["securityContext"],
                         {"allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True,
                          "capabilities": {"drop": ["ALL"]}})
        policy = of_kind(rendered(self.helm), "NetworkPolicy")[0]["spec"]
        self.assertEqual(policy["policyTypes"], ["Ingress", "Egress"])
        self.assertNotIn("egress", policy)
        self.assertEqual(policy["ingress"][0]["ports"][0]["port"], "modbus-tcp")

    def test_another_scenario_starts_the_pods_anew(self):
        seen = set()
        for text in ("metertwin: 1", "metertwin: 1 # two"):
            objects = rendered(self.helm, "--set-string", rf"scenarios.a\.yaml={text}")
            template = of_kind(objects, "StatefulSet")[0]["spec"]["template"]
            seen.add(template["metadata"]["annotations"]["metertwin/scenarios"])
        self.assertEqual(len(seen), 2)

    def test_what_cannot_be_is_refused_with_a_reason(self):
        self.assertIn("is not among `scenarios`, which holds: nothing",
                      self.refusal("--set", "scenario=none.yaml"))
        self.assertIn("replicas", self.refusal("--set", "replicas=many"))
        self.assertIn("port", self.refusal("--set", "modbus.port=502"))
        self.assertIn("replica", self.refusal("--set", "replica=3"))


if __name__ == "__main__":
    sys.exit(unittest.main())
