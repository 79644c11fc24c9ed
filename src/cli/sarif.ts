/** A finding as the command line lists it. */
interface Listed {
  readonly id: string
  readonly name: string
  readonly severity: string
  readonly message: string
  readonly resources: readonly string[]
}

const levels: Readonly<Record<string, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

/**
 * Findings as code scanning reads them. A design has no lines, so each stands on its first.
 * @source https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifOf(findings: readonly Listed[], path: string) {
  const rules = new Map(findings.map(({ id, name }) => [id, { id, name }]))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Causeway', rules: [...rules.values()] } },
        results: findings.map(({ id, severity, message, resources }) => ({
          ruleId: id,
          level: levels[severity] ?? 'warning',
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: path },
                region: { startLine: 1 },
              },
              logicalLocations: resources.map((name) => ({ name })),
            },
          ],
        })),
      },
    ],
  }
}
