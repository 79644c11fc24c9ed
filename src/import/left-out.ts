/**
 * Is it in a folder that tools leave beside code, large and without a word of a network? Providers of
 * Terraform are programs of hundreds of megabytes; its modules, beside them, are code.
 * @example isLeftOut('net/.terraform/providers/registry.terraform.io/aws') // true
 */
export const isLeftOut = (path: string): boolean =>
  /(?:^|[/\\])(?:\.git|node_modules|\.terraform[/\\]providers)(?:[/\\]|$)/.test(path)
