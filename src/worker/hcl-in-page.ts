import packed from '@cdktf/hcl2json/main.wasm.gz?url'
import type { ParseCode } from '../import/import'
import { startParser } from './hcl-parser'

/** The parser of Terraform's language, fetched from beside the page. */
export async function loadParser(): Promise<ParseCode> {
  const answer = await fetch(packed)
  if (!answer.ok) throw new Error('The parser of the language of Terraform could not be loaded.')
  return startParser(new Uint8Array(await answer.arrayBuffer()))
}
