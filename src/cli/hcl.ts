import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { ParseCode } from '../import/import'

let loaded: Promise<ParseCode> | null = null

/** The parser of Terraform's language, from among the packages. */
export function loadParser(): Promise<ParseCode> {
  loaded ??= start()
  return loaded
}

async function start(): Promise<ParseCode> {
  const { startParser } = await import('../worker/hcl-parser')
  const path = createRequire(import.meta.url).resolve('@cdktf/hcl2json/main.wasm.gz')
  return startParser(new Uint8Array(readFileSync(path)))
}
