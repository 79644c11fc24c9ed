import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyEdits } from '../engine/testing/any-edits'
import { anyNetwork } from '../engine/testing/any-network'
import { anySpokeEdits } from '../engine/testing/any-spoke-edits'
import type { Id } from '../kinds/resource'
import type { Document } from '../model/document'
import { documentOf, subnet, vpc } from '../model/testing/build'
import { Receiver, Sender } from './sent'

/** To the worker and back, as the browser does it. */
function crossed(documents: readonly Document[]): readonly Document[] {
  const [sender, receiver] = [new Sender(), new Receiver()]
  return documents.map((it) => receiver.receive(structuredClone(sender.send(it))))
}

describe('a document sent to a worker', () => {
  it.each([
    ['networks of every kind', anyEdits(anyNetwork)],
    ['a hub with spokes', anySpokeEdits],
  ])('arrives as it is, edit after edit: %s', (_, edits) => {
    fc.assert(
      fc.property(edits, (documents) => {
        expect(crossed(documents)).toEqual(documents)
      }),
    )
  })
  const first = documentOf(vpc('v', '10.0.0.0/16'), subnet('a', 'v', '10.0.1.0/24'))
  const subnetId: Id = 'subnet:a'
  const renamed: Document = { ...first, name: 'Other', layout: { [subnetId]: { x: 1, y: 2 } } }
  it('keeps what has not changed', () => {
    const [before, after] = crossed([first, renamed])
    expect(after?.resources).toBe(before?.resources)
    expect(after).toEqual(renamed)
  })
  it('crosses as what is new', () => {
    const sender = new Sender()
    sender.send(first)
    expect(sender.send(renamed)).toMatchObject({
      type: 'edit',
      resources: { set: {}, gone: [] },
      layout: { set: { [subnetId]: { x: 1, y: 2 } } },
    })
  })
  it('crosses whole when what the worker has is not known any more', () => {
    const sender = new Sender()
    sender.send(first)
    sender.forget()
    expect(sender.send(renamed)).toEqual({ type: 'whole', document: renamed })
  })
})
