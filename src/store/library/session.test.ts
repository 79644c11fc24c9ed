import { afterEach, describe, expect, it, vi } from 'vitest'
import { emptyDocument } from '../../model/document'
import { describeDesign } from '../commands/details'
import { createDesigner } from '../designer'
import { createSession, type Session } from './session'
import { fakeLocks, freshLibrary } from './testing'

const opened: Session[] = []
afterEach(async () => {
  for (const session of opened.splice(0)) await session.close()
})

/** Two pages of one browser on the same storage. */
async function tabs() {
  const { library, now, database } = await freshLibrary()
  const locks = fakeLocks()
  await library.create('d', emptyDocument('First'))
  const keptApart: string[] = []
  const tab = (name: string, useLocks = true) => {
    let count = 0
    const newName = () => `${name}${(count += 1)}`
    const designer = createDesigner({ randomId: newName })
    const session = createSession({
      designer,
      library,
      newName,
      now,
      locks: useLocks ? locks : null,
      why: String,
      onKeptApart: (id) => keptApart.push(id),
    })
    opened.push(session)
    const rename = (to: string) => designer.run(describeDesign, { name: to })
    const title = () => designer.getState().document.name
    return { designer, session, rename, title }
  }
  return { library, database, tab, keptApart }
}

describe('one design in several tabs', () => {
  it('a reload finds the design, its history and what was undone', async () => {
    const { tab } = await tabs()
    const one = tab('one')
    await one.session.open('d')
    one.rename('Second')
    one.rename('Third')
    one.designer.undo()
    await one.session.close()
    const again = tab('again')
    await again.session.open('d')
    expect(again.title()).toBe('Second')
    again.designer.redo()
    expect(again.title()).toBe('Third')
    again.designer.undo()
    again.designer.undo()
    expect(again.title()).toBe('First')
  })

  it('the second tab only looks, and follows live', async () => {
    const { tab } = await tabs()
    const [one, two] = [tab('one'), tab('two')]
    await one.session.open('d')
    await two.session.open('d')
    expect(two.session.getState().following).toBe(true)
    expect(two.rename('Mine')).toBe(false)
    one.rename('Second')
    await vi.waitFor(() => {
      expect(two.title()).toBe('Second')
    })
  })

  it('the second tab takes over cleanly: nothing of the first is lost, and the roles change', async () => {
    const { tab } = await tabs()
    const [one, two] = [tab('one'), tab('two')]
    await one.session.open('d')
    await two.session.open('d')
    one.rename('Just now')
    await two.session.takeOver()
    expect(two.title()).toBe('Just now')
    expect(two.session.getState().following).toBe(false)
    expect(one.session.getState().following).toBe(true)
    expect(one.rename('Too late')).toBe(false)
    expect(two.rename('Ours')).toBe(true)
    await two.session.flush()
    await vi.waitFor(() => {
      expect(one.title()).toBe('Ours')
    })
  })

  it('when the editing tab closes, the one that follows goes on', async () => {
    const { tab } = await tabs()
    const [one, two] = [tab('one'), tab('two')]
    await one.session.open('d')
    await two.session.open('d')
    one.rename('Last word')
    await one.session.close()
    await vi.waitFor(() => {
      expect(two.session.getState().following).toBe(false)
    })
    expect(two.title()).toBe('Last word')
  })

  it('without locks, what another tab overtook is kept as a design of its own', async () => {
    const { tab, library, keptApart } = await tabs()
    const [one, two] = [tab('one', false), tab('two', false)]
    await one.session.open('d')
    await two.session.open('d')
    one.rename('Theirs')
    await one.session.flush()
    two.rename('Mine')
    await two.session.flush()
    expect(two.title()).toBe('Theirs')
    expect(await library.load(keptApart[0] ?? '')).toMatchObject({
      value: { document: { name: 'Mine (kept apart)' } },
    })
  })

  it('a design that is not there is said to be missing', async () => {
    const { tab } = await tabs()
    expect(await tab('one').session.open('x')).toEqual({ type: 'missing' })
  })
})
