import { describe, expect, it } from 'vitest'
import { s1 } from '../../model/examples/s1'
import { emptyDocument } from '../../model/document'
import { snapshotLimit } from './snapshot-policy'
import { freshLibrary } from './testing'

const nothing = { past: [], future: [], question: null }
const named = (name: string) => ({ ...nothing, document: emptyDocument(name) })
const writer = (name: string, basis: number, sequence: number) => ({ name, basis, sequence })

describe('library', () => {
  it('gives a design back as it was, with history and question', async () => {
    const { library } = await freshLibrary()
    await library.create('a', emptyDocument('A'))
    const step = { label: 'Rename', patches: [], inverse: [], burst: null }
    const question = { ...s1.flow, source: address, destination: address } as const
    const working = { document: s1.document, past: [step], future: [], question }
    expect(await library.save('a', working, writer('me', 0, 1))).toBe('saved')
    expect(await library.load('a')).toEqual({ ok: true, value: { ...working, sequence: 1 } })
    expect(await library.load('b')).toBeNull()
  })

  it('keeps the text that another thread printed, and prints none again', async () => {
    const { library } = await freshLibrary()
    const document = emptyDocument('A')
    await library.create('a', document, null, 'printed')
    await library.takeSnapshot('a', document)
    expect(await library.textOf('a')).toBe('printed')
    expect(await library.snapshots('a')).toMatchObject([{ text: 'printed' }])
  })

  it('a page torn down before the database wrote has said its last words', async () => {
    const { library, database, lastWords } = await freshLibrary()
    await library.create('a', emptyDocument('A'))
    const before = await database.get('contents', 'a')
    await library.save('a', named('Last'), writer('me', 0, 1), true)
    // the database never got it
    const written = await database.get('contents', 'a')
    lastWords.keep(written ?? expect.fail('nothing written'))
    await database.put('contents', before ?? expect.fail('nothing before'))
    expect(await library.load('a')).toMatchObject({
      value: { document: { name: 'Last' }, sequence: 1 },
    })
    expect(await database.get('contents', 'a')).toEqual(written)
    expect(lastWords.of('a')).toBeNull()
  })

  it('last words older than what another tab wrote since are not heard', async () => {
    const { library, database, lastWords } = await freshLibrary()
    await library.create('a', emptyDocument('A'))
    await library.save('a', named('Mine'), writer('me', 0, 1), true)
    lastWords.keep((await database.get('contents', 'a')) ?? expect.fail('nothing written'))
    await library.save('a', named('Theirs'), writer('you', 1, 2))
    expect(await library.load('a')).toMatchObject({ value: { document: { name: 'Theirs' } } })
  })

  it('lists the newest first, with what the start page shows', async () => {
    const { library, clock } = await freshLibrary()
    await library.create('a', s1.document)
    clock.now = 2_000
    await library.create('b', emptyDocument('B'))
    clock.now = 3_000
    await library.save('a', { ...nothing, document: s1.document }, writer('me', 0, 1))
    const entries = await library.list()
    expect(entries.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(entries[0]).toMatchObject({
      name: s1.document.name,
      createdAt: 1_000,
      changedAt: 3_000,
      counts: { vpcs: 2, subnets: 8 },
    })
    expect(entries[0]?.outline.length).toBeGreaterThan(10)
  })

  it('never overwrites what another tab wrote meanwhile', async () => {
    const { library } = await freshLibrary()
    await library.create('a', emptyDocument('A'))
    expect(await library.save('a', named('theirs'), writer('them', 0, 1))).toBe('saved')
    expect(await library.save('a', named('mine'), writer('me', 0, 1))).toBe('overtaken')
    expect(await library.load('a')).toMatchObject({ value: { document: { name: 'theirs' } } })
    expect(await library.save('a', named('theirs again'), writer('them', 0, 2))).toBe('saved')
    // a tab that took over has read the last write, so its own go through
    expect(await library.save('a', named('mine'), writer('me', 2, 3))).toBe('saved')
  })

  it('puts a removed design back whole', async () => {
    const { library, clock } = await freshLibrary()
    await library.create('a', s1.document)
    await library.takeSnapshot('a', s1.document)
    const before = [await library.list(), await library.load('a'), await library.snapshots('a')]
    clock.now = 9_000
    const removed = await library.remove('a')
    expect(await library.list()).toEqual([])
    expect(await library.snapshots('a')).toEqual([])
    if (removed) await library.putBack(removed)
    expect([await library.list(), await library.load('a'), await library.snapshots('a')]).toEqual(
      before,
    )
  })

  it('tells what is wrong with a design that no longer reads, and still hands out its text', async () => {
    const { library, database } = await freshLibrary()
    await library.create('a', emptyDocument('A'))
    const content = await database.get('contents', 'a')
    if (content) await database.put('contents', { ...content, text: '{"format":"causeway"' })
    expect(await library.load('a')).toMatchObject({
      ok: false,
      problems: [{ code: 'file/not-json' }],
    })
    expect(await library.textOf('a')).toBe('{"format":"causeway"')
  })

  it('keeps the last dated snapshots, and none that says the same as the one before', async () => {
    const { library, clock } = await freshLibrary()
    expect(await library.takeSnapshot('a', emptyDocument('0'))).toBe(true)
    expect(await library.takeSnapshot('a', emptyDocument('0'))).toBe(false)
    for (let number = 1; number <= snapshotLimit + 4; number += 1) {
      clock.now += 1_000
      await library.takeSnapshot('a', emptyDocument(String(number)))
    }
    const names = (await library.snapshots('a')).map(({ name }) => name)
    expect(names).toHaveLength(snapshotLimit)
    expect([names[0], names.at(-1)]).toEqual(['24', '5'])
    expect(await library.snapshots('b')).toEqual([])
  })
})

const address = { type: 'resource', id: 'workload:x' } as const
