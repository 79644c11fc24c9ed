import { gunzipSync } from 'fflate'
import type { ParseCode } from '../import/import'

/** What the program that was compiled from Go says of itself. */
interface GoProgram {
  readonly importObject: WebAssembly.Imports
  readonly run: (instance: WebAssembly.Instance) => Promise<void>
}

type Parse = (
  path: string,
  text: string,
  answer: (problem: string | null, blocks: string | null) => void,
) => void

/** Code nested deeper than anybody writes would take the whole parser with it. */
const deepest = 100

/**
 * Starts the parser of Terraform's language: HashiCorp's own, compiled to WebAssembly and packed.
 * It answers at once, and leaves expressions as they are written.
 */
export async function startParser(packed: Uint8Array): Promise<ParseCode> {
  await import('@cdktf/hcl2json/wasm/wasm_exec.js')
  // some servers unpack what they send
  const isPacked = packed[0] === 0x1f && packed[1] === 0x8b
  const program = Uint8Array.from(isPacked ? gunzipSync(packed) : packed)
  const shared = globalThis as typeof globalThis & { Go?: new () => GoProgram }
  if (!shared.Go) throw new Error('The parser of Terraform does not start.')
  const go = new shared.Go()
  const { instance } = await WebAssembly.instantiate(program, go.importObject)
  const offered: { parse?: Parse } = {}
  // where the program looks for what to fill in; a worker does not call itself `global`
  Object.assign(shared, { global: globalThis, __parse_terraform_config_wasm__: offered })
  let stopped: string | null = null
  go.run(instance).then(
    () => (stopped = 'its parser stopped'),
    (error: unknown) => (stopped = String(error)),
  )
  return (path, text) => {
    if (nesting(text) > deepest) return { problem: 'It is nested too deeply.' }
    const { parse } = offered
    if (stopped !== null || !parse) return { problem: 'The parser of Terraform has stopped.' }
    let read: ReturnType<ParseCode> = { problem: 'The parser of Terraform does not answer.' }
    try {
      parse(path, text, (problem, blocks) => {
        read =
          blocks === null || problem !== null
            ? { problem: (problem ?? 'It is no code.').slice(0, 400) }
            : { blocks: JSON.parse(blocks) as unknown }
      })
    } catch (error) {
      stopped = String(error)
    }
    return read
  }
}

/** How deep brackets are nested, wherever they stand. */
function nesting(text: string): number {
  let [depth, most] = [0, 0]
  for (const [bracket] of text.matchAll(/[[\](){}]/g)) {
    depth = '[({'.includes(bracket) ? depth + 1 : Math.max(0, depth - 1)
    most = Math.max(most, depth)
  }
  return most
}
