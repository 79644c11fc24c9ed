import { usualPlace } from '../../cloudformation/place'
import type { Remark } from '../../report'
import { completed, sameAs } from '../made'
import type { Doubt, Shown } from '../shown'
import { isOfPrefix } from '../targets'
import { evaluatedBody } from './blocks'
import { isFetched, type Installed } from './installed'
import type { Instance } from './instances'
import {
  entriesOf,
  folderNamed,
  folderOf,
  modulesIn,
  type CodeFile,
  type ModuleCode,
} from './module-code'
import { moduleOf, type Around } from './modules'
import { givenTo } from './variables'
import { zonesOf } from './looked-up'
import { asText, idsIn } from './value'

/** What code of Terraform makes, as far as that is told without Terraform. */
export interface CodeShown {
  readonly shown: readonly Shown[]
  readonly undescribed: ReadonlyMap<string, string>
  readonly remarks: readonly Remark[]
}

/** All resources together, and all steps of evaluation: no code that people write needs more. */
const mostResources = 20_000
const mostSteps = 5_000_000

/** What others may be added to by a module that nobody sees. */
const addedTo = ['rtb-', 'sg-', 'acl-', 'tgw-rtb-']

/** Evaluates files of Terraform's language: each folder that no other calls is deployed by itself. */
export function codeIn(
  files: readonly CodeFile[],
  parameters: Readonly<Record<string, string>>,
  installed: readonly Installed[] = [],
): CodeShown {
  const modules = modulesIn(files.filter(({ blocks }) => !isValues(blocks)))
  const values = files.filter(({ blocks }) => isValues(blocks))
  const roots = rootsOf(modules)
  const budget = { left: mostSteps }
  const room = { left: mostResources }
  const undescribed = new Map<string, string>()
  const remarks: Remark[] = []
  const shown: Shown[] = []
  for (const root of roots) {
    const source = roots.length > 1 ? root.folder : ''
    const assumed = new Set<'account' | 'Region'>()
    const around: Around = {
      modules,
      installed: installed.find((each) => each.root === root.folder)?.folders ?? new Map(),
      budget,
      source,
      assumed,
      room,
      byId: new Map(),
      missing: (address, from, given) => {
        const what = `what ${address} adds to it`
        for (const id of idsIn(given)) if (isOfPrefix(id, addedTo)) undescribed.set(id, what)
        remarks.push({
          type: 'missing',
          what: address,
          text: `The code of this module (${from}) is not among the files, so what it makes is missing.`,
        })
      },
    }
    const beside = values.filter(({ path }) => folderOf(path) === root.folder)
    const { given, remarks: said } = givenTo(root, beside, parameters, budget)
    remarks.push(...said)
    const module = moduleOf(
      root,
      { address: '', chain: [root.folder], providers: new Map(), given, doubt: null },
      around,
    )
    const instances = module.instances()
    for (const it of instances)
      if (!it.code.isData && it.code.type.startsWith('aws_')) shown.push(shownOf(it, around))
    for (const place of placesIn(instances))
      remarks.push({
        type: 'assumed',
        what: `data.aws_availability_zones in ${place}`,
        text: `The Availability Zones of ${place} are taken to be ${zonesOf(place).join(', ')}.`,
      })
    for (const what of assumed)
      remarks.push({
        type: 'assumed',
        what: root.folder === '' ? 'code of Terraform' : root.folder,
        text: `Nothing in the code says in which ${what} some of it is made: ${what === 'Region' ? usualPlace.region : usualPlace.ownerId} is taken for it.`,
      })
  }
  if (budget.left < 0 || room.left < 0)
    remarks.push({
      type: 'missing',
      what: 'code of Terraform',
      text: 'It makes more than is read; what is left out is missing.',
    })
  return { shown, undescribed, remarks }
}

/** Blocks of files that are code; a file of values has none. */
const blockNames =
  /^(?:check|data|import|locals|module|moved|output|provider|removed|resource|terraform|variable)$/

const isValues = (blocks: unknown): boolean =>
  !entriesOf(blocks).some(([name]) => blockNames.test(name))

/** The modules that no other calls. */
function rootsOf(modules: ReadonlyMap<string, ModuleCode>): readonly ModuleCode[] {
  const called = new Set(
    [...modules.values()].flatMap(({ folder, calls }) =>
      [...calls.values()].flatMap(({ source }) => {
        const named = typeof source === 'string' ? folderNamed(source, folder) : null
        return named === null || named === folder ? [] : [named]
      }),
    ),
  )
  const roots = [...modules.values()].filter(
    ({ folder }) => !called.has(folder) && !isFetched(folder),
  )
  return roots.length > 0 ? roots : [...modules.values()].slice(0, 1)
}

const placesIn = (instances: readonly Instance[]): ReadonlySet<string> =>
  new Set(
    instances.flatMap(({ code, place }) =>
      code.isData && code.type === 'aws_availability_zones' ? [place.region] : [],
    ),
  )

function shownOf(it: Instance, { budget }: Around): Shown {
  const { type, name, body } = it.code
  const { values, doubts } = evaluatedBody(body, it.scope, budget)
  const texts = [...it.tags].flatMap(([key, value]) => {
    const text = asText(value)
    return text === null ? [] : [[key, text] as const]
  })
  const own = values['tags']
  const all = { ...Object.fromEntries(texts), ...(typeof own === 'object' ? own : {}) }
  const twin = sameAs(type)
  const told = twin === null ? it.id : it.attribute('id')
  const id = typeof told === 'string' ? told : ''
  const open: readonly Doubt[] =
    it.doubt === null ? [] : [{ attribute: 'count', key: 'count', why: it.doubt.why, among: null }]
  return {
    address: it.address,
    type,
    name,
    isData: false,
    values: completed(type, { ...values, tags_all: all }, id),
    isMade: twin === null,
    place: it.place,
    doubts: [...open, ...doubts],
    paired: new Map(),
  }
}
