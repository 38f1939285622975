{{/* SPDX-FileCopyrightText: 2026 The metertwin authors
     SPDX-License-Identifier: GPL-3.0-or-later */}}

{{- define "metertwin.selector" -}}
app.kubernetes.io/name: metertwin
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "metertwin.labels" -}}
{{ include "metertwin.selector" . }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{/* The pods are RELEASE-0 and so on: with a number and a dash that is 63 characters at most. */}}
{{- define "metertwin.name" -}}
{{- .Release.Name | trunc 52 | trimSuffix "-" }}
{{- end }}
