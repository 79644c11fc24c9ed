import { withoutDynamicReference, oneLine } from '../../iac/text'
import type { Design } from '../../kinds/contract'
import type { Document } from '../../model/document'
import { collect } from '../collect'
import { manualSteps } from '../manual-steps'
import { optionsOf, type ExportOptions } from '../options'
import { placesOf } from '../places'
import type { CodePlace, Export, Gap } from '../report'
import { deployScript } from './deploy-script'
import { sharesOf } from './divide'
import { limits, longestDescription, withinBytes } from './limits'
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
  const format = optionsOf(document).cloudformationFormat
  const collected = collect(design, 'cloudformation', (ownerId) => ownerId, optionsOf(document))
  const { stacks, renamings: numbered } = stacksOf(
    collected,
    sharesOf(collected.blocks, placesOf(design), design, document.name),
  )
  const steps = scheduleOf(stacks)
  const late = new Map(stacks.map((stack) => [stack.key, lateNeeds(stack, steps)]))
  const wanted = stacks.flatMap((stack) =>
    stack.needs.filter((need) => need.isRead || late.get(stack.key)?.includes(need)),
  )
  const written = stacks.map((stack): WrittenStack => ({
    stack,
    path: `stacks/${stack.name}.${format}`,
    hasRoles: stack.blocks.some((block) => block.type === 'AWS::IAM::Role'),
    template: templateOf(stack, {
      format,
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
  const byHand = manualSteps(document, report.gaps)
  return {
    files: [
      {
        path: 'README.md',
        text: readme(document, { steps, written, hasManualSteps: byHand.length > 0, ...report }),
        language: 'markdown',
      },
      {
        path: 'deploy.sh',
        text: deployScript(document, steps, written),
        language: 'shell',
      },
      { path: 'manifest.json', text: manifestOf(steps, written), language: 'json' },
      ...byHand,
      ...written.map(({ path, template }) => ({
        path,
        text: template.text,
        language: format,
      })),
    ],
    addresses: null,
    places: codePlaces(written, format),
    ...report,
  }
}

function descriptionOf({ name }: Document, { place }: Stack): string {
  const [title, account] = [name, place.account.name].map((it) =>
    withinBytes(withoutDynamicReference(oneLine(it)), longestDescription / 2 - 50),
  )
  return `${title}: ${account}, ${place.region}. Exported from Causeway.`
}

/** The needs that are not yet known when the stack is made. */
function lateNeeds(stack: Stack, steps: readonly Step[]): readonly Need[] {
  const first = steps.find((step) => step.stack === stack)
  return stack.needs.filter(({ key }) => !first?.given.includes(key))
}

function overLimits({ path, template }: WrittenStack): readonly Gap[] {
  const figures = {
    resources: template.resources,
    outputs: template.outputs,
    parameters: template.parameters.length,
    bytes: template.bytes,
  }
  return (Object.keys(limits) as (keyof typeof limits)[])
    .filter((figure) => figures[figure] > limits[figure])
    .map((figure) => ({
      resourceId: null,
      text: `${path} has ${figures[figure]} ${figure}; CloudFormation allows ${limits[figure]}.`,
      remedy: 'Export to Terraform, or split the design.',
    }))
}

/** Where each resource begins, found by its logical ID. */
function codePlaces(
  written: readonly WrittenStack[],
  format: ExportOptions['cloudformationFormat'],
): readonly CodePlace[] {
  const head = format === 'json' ? /^ {4}"(\w+)": \{/ : /^ {2}(\w+):$/
  return written.flatMap(({ stack, path, template }) => {
    const owners = new Map(stack.blocks.map(({ logicalId, of }) => [logicalId, of]))
    const lines = template.text.split('\n')
    const from = lines.findIndex((line) => /^(Resources:| {2}"Resources": )/.test(line))
    return lines.flatMap((line, index): CodePlace[] => {
      const owner = index > from ? owners.get(head.exec(line)?.[1] ?? '') : undefined
      return owner === undefined
        ? []
        : [{ resourceId: owner as CodePlace['resourceId'], path, line: index + 1 }]
    })
  })
}
