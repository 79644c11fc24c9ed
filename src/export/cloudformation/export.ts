import { withoutDynamicReference, oneLine } from '../../iac/text'
import type { Design } from '../../kinds/contract'
import type { Document } from '../../model/document'
import { collect } from '../collect'
import { optionsOf } from '../options'
import { placesOf } from '../places'
import type { Export, Gap } from '../report'
import { manifestOf } from './manifest'
import { readme } from './readme'
import { scheduleOf, type Step } from './schedule'
import { stacksOf, type Need, type Stack } from './stacks'
import { templateOf, type WrittenStack } from './template'

/** The design as CloudFormation templates, one for each account and Region. */
export function cloudformationOf(
  document: Document,
  design: Design,
  refusals: readonly Gap[],
): Export {
  const collected = collect(design, 'cloudformation', (ownerId) => ownerId, optionsOf(document))
  const { stacks, renamings: numbered } = stacksOf(collected, placesOf(design))
  const steps = scheduleOf(stacks)
  const late = new Map(stacks.map((stack) => [stack.key, lateNeeds(stack, steps)]))
  const wanted = stacks.flatMap((stack) =>
    stack.needs.filter((need) => need.isRead || late.get(stack.key)?.includes(need)),
  )
  const written = stacks.map((stack): WrittenStack => ({
    stack,
    path: `stacks/${stack.name}.yaml`,
    hasRoles: stack.blocks.some((block) => block.type === 'AWS::IAM::Role'),
    template: templateOf(stack, {
      description: descriptionOf(document, stack),
      wanted: new Map(
        wanted
          .filter(({ from }) => from === stack.key)
          .map(({ key, reference }) => [key, reference]),
      ),
      late: late.get(stack.key) ?? [],
    }),
  }))
  const report = {
    gaps: [...collected.gaps, ...refusals, ...written.flatMap(overLimits)],
    renamings: [...collected.renamings, ...numbered],
  }
  return {
    files: [
      {
        path: 'README.md',
        text: readme(document, { steps, written, ...report }),
        language: 'markdown',
      },
      { path: 'manifest.json', text: manifestOf(steps, written), language: 'json' },
      ...written.map(({ path, template }) => ({
        path,
        text: template.text,
        language: 'yaml' as const,
      })),
    ],
    addresses: null,
    places: [],
    ...report,
  }
}

/** A description holds 1,024 bytes; a character has at most four. */
function descriptionOf({ name }: Document, { place }: Stack): string {
  const title = withoutDynamicReference(oneLine(name)).slice(0, 120)
  return `${title}: ${withoutDynamicReference(oneLine(place.account.name)).slice(0, 60)}, ${place.region}. Exported from Causeway.`
}

/** The needs that are not yet known when the stack is made. */
function lateNeeds(stack: Stack, steps: readonly Step[]): readonly Need[] {
  const first = steps.find((step) => step.stack === stack)
  return stack.needs.filter(({ key }) => !first?.given.includes(key))
}

/** @source https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const limits = { resources: 500, outputs: 200, parameters: 200, bytes: 1_048_576 } as const

function overLimits({ path, template }: WrittenStack): readonly Gap[] {
  const figures = {
    resources: template.resources,
    outputs: template.outputs,
    parameters: template.parameters.length,
    // three bytes is what a character of the basic plane takes at most
    bytes: template.text.length > limits.bytes / 3 ? utf8Length(template.text) : 0,
  }
  return (Object.keys(limits) as (keyof typeof limits)[])
    .filter((figure) => figures[figure] > limits[figure])
    .map((figure) => ({
      resourceId: null,
      text: `${path} has ${figures[figure]} ${figure}; CloudFormation allows ${limits[figure]}.`,
      remedy: 'Export to Terraform, or split the design.',
    }))
}

function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
