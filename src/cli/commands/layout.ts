import { arrangedAnew } from '../../model/arranged-anew'
import { printDocument } from '../../model/print'
import { onlyOne, readArguments, type CliCommand } from '../command'
import { elk } from '../elk'
import { readDesign, writeText } from '../files'

/** A design laid out anew, as Arrange does on the page. */
export const layoutCommand: CliCommand = {
  usage: 'layout <design> [-o design.causeway.json]',
  about: 'Lays a design out anew; what is locked stays. Without -o it goes to standard output.',
  run: async (args) => {
    const { values, positionals } = readArguments(args, { out: { type: 'string', short: 'o' } })
    const document = readDesign(onlyOne(positionals, 'the design'))
    const drawn = await arrangedAnew(document, elk)
    const text = printDocument({ ...document, ...drawn })
    if (values.out === undefined) return { code: 0, out: text }
    writeText(values.out, text)
    return { code: 0, messages: [`Written: ${values.out}`] }
  },
}
