import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../base/testing/runs'
import { examples } from './examples/examples'
import { say } from './messages'
import { parseDocument } from './parse'
import { printDocument } from './print'
import { documents, shuffled } from './testing/documents'

const s1 = printDocument(examples[0]?.document ?? expect.fail('no example'))

/** What is said about a text that cannot be used. */
function complaints(text: string) {
  const parsed = parseDocument(text)
  if (parsed.ok) return []
  return parsed.problems.map(say)
}

type Saved = Record<'resources', Record<string, Record<string, unknown>>>

/** S1's file with one change made to its data. */
function changed(change: (file: Saved) => void): string {
  const file = JSON.parse(s1) as Saved
  change(file)
  return JSON.stringify(file, null, 2)
}

describe('a saved design', () => {
  it('parse after print is the same document', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(parseDocument(printDocument(document))).toEqual({ ok: true, value: document })
      }),
      runs(2),
    )
  })

  it('print gives the same bytes whatever the order of resources', () => {
    fc.assert(
      fc.property(documents, fc.nat(1000), (document, seed) => {
        expect(printDocument(shuffled(document, seed))).toBe(printDocument(document))
      }),
    )
  })

  it.each(examples)('example $id survives print and parse', ({ document }) => {
    expect(parseDocument(printDocument(document))).toEqual({ ok: true, value: document })
  })
})

describe('a bad file', () => {
  it('that is cut off says so, wherever the cut', () => {
    for (let length = 1; length < s1.length - 2; length += 97) {
      const [first] = complaints(s1.slice(0, length))
      expect(first?.what).toMatch(/cut off|not JSON/)
      expect(first?.where).toMatch(/line \d+, column \d+/)
    }
    expect(complaints(s1.slice(0, 400))[0]?.what).toBe(
      'The file ends in the middle; it was cut off.',
    )
  })

  it.each([
    ['', 'It is empty.'],
    ['   \n', 'It is empty.'],
    ['{}', 'It is JSON, but not a Causeway design: "format": "causeway" is missing.'],
    ['[1, 2]', 'It is JSON, but not a Causeway design: "format": "causeway" is missing.'],
    ['null', 'It is JSON, but not a Causeway design: "format": "causeway" is missing.'],
    ['hello', 'This is not JSON here.'],
    ['{"format": "causeway", // comment\n"version": 1}', 'This is not JSON here.'],
  ])('%j: %s', (text, what) => {
    expect(complaints(text)[0]?.what).toBe(what)
  })

  it.each([
    [2, 'The file has version 2; this Causeway reads up to 1.'],
    [0, '0 is not a version of the file format.'],
    ['1', '"1" is not a version of the file format.'],
    [null, 'null is not a version of the file format.'],
  ])('of version %j: %s', (version, what) => {
    expect(complaints(changed((file) => Object.assign(file, { version })))).toEqual([
      expect.objectContaining({ where: 'version', what }),
    ])
  })

  it('lists every wrong value with its place, its fault and the remedy', () => {
    const told = complaints(
      changed((file) => {
        const resources = file.resources
        Object.assign(resources['vpc:a'] ?? {}, { cidrBlock: '10.0.0.5/16', region: 7 })
        Object.assign(resources['subnet:b-private-a'] ?? {}, { availabiltyZone: 'x' })
        Object.assign(resources['workload:service-a'] ?? {}, { workloadType: 'mainframe' })
      }),
    )
    expect(told).toEqual(
      expect.arrayContaining([
        {
          where: expect.stringMatching(
            /^line \d+, column \d+: resources › vpc:a › cidrBlock$/,
          ) as string,
          what: '10.0.0.5/16 has host bits set.',
          mend: 'Write 10.0.0.0/16.',
        },
        expect.objectContaining({ mend: 'Write a value of type string.' }),
        expect.objectContaining({ what: '"availabiltyZone" is no field that stands here.' }),
        expect.objectContaining({
          mend: 'Use ec2-instance, ecs-service, eks-node-group, lambda-function, rds-db-instance, appliance, generic.',
        }),
      ]),
    )
  })

  it.each([
    ['vpc:a', { ownerId: '12' }, 'Write its twelve digits, such as 111111111111.'],
    ['vpc:a', { region: 'Seoul' }, 'Write a Region code, such as ap-northeast-2.'],
    [
      'subnet:b-private-a',
      { availabilityZone: 'a' },
      'Write the Region code and a letter, such as ap-northeast-2a.',
    ],
    ['vpc:a', { name: 'x'.repeat(256) }, 'Use at most 255 characters.'],
    ['vpc:a', { name: '' }, 'Use at least 1 character.'],
    ['workload:service-a', { interfaces: {} }, 'Add a subnet to "interfaces".'],
    ['nat-gateway:a', { publicIp: '999.1.1.1' }, 'Write four decimal numbers from 0 to 255'],
    ['route-table:a-private', { routes: { '10.0.0.5/8': { target: null } } }, 'Write 10.0.0.0/8.'],
    ['security-group:service-b', { ingress: { 'rule 1': {} } }, 'Use up to 64 letters'],
  ])('with %s of %j says how to mend it', (id, fields, mend) => {
    const [first] = complaints(
      changed((file) => {
        Object.assign(file.resources[id] ?? expect.fail(`no ${id}`), fields)
      }),
    )
    expect(first?.mend).toContain(mend)
    expect(first?.where).toContain(`resources › ${id} › ${Object.keys(fields)[0]}`)
  })

  it.each([
    ['NaN', 'This is not JSON here.'],
    ['-4', 'Too small'],
    ['1e999', 'Invalid input'],
  ])('with a box %s wide: %s', (width, what) => {
    const text = s1.replace(/"width": \d+/, `"width": ${width}`)
    expect(complaints(text)[0]?.what).toContain(what)
  })

  it('that begins with a byte order mark is read', () => {
    expect(parseDocument(`\uFEFF${s1}`).ok).toBe(true)
  })

  it('that peers a VPC with itself, or lists an account twice, is refused', () => {
    const told = complaints(
      changed((file) => {
        file.resources['vpc-peering-connection:x'] = {
          kind: 'vpc-peering-connection',
          name: 'x',
          requesterVpcId: 'vpc:a',
          accepterVpcId: 'vpc:a',
        }
        const account = { id: '111111111111', name: 'Twin' }
        Object.assign(file, { accounts: [account, account, { id: '222222222222', name: 'B' }] })
      }),
    )
    expect(told).toEqual([
      expect.objectContaining({
        where: expect.stringMatching(
          /^line \d+, column 24: resources › .* › accepterVpcId$/,
        ) as string,
        what: 'Requester and accepter are the same VPC; a VPC cannot be peered with itself.',
      }),
      expect.objectContaining({
        what: 'Account 111111111111 stands twice in the list of accounts.',
      }),
    ])
  })

  it('with an id of another kind says which to mend', () => {
    const told = complaints(s1.replaceAll('"nat-gateway:a"', '"gateway:a"'))
    expect(told).toContainEqual(
      expect.objectContaining({
        what: 'The id "gateway:a" does not fit the kind "nat-gateway".',
        mend: 'Start the id with "nat-gateway:", or correct the kind.',
      }),
    )
  })

  it('with an id twice names the second place', () => {
    const twice = s1.replace('"vpc:b": {', '"vpc:a": {')
    expect(complaints(twice)).toContainEqual({
      where: expect.stringMatching(/^line \d+, column 5: resources › vpc:a$/) as string,
      what: 'The key "vpc:a" stands twice in the same object.',
      mend: 'Remove one of the two, or give it another id.',
    })
  })

  it('with references to nothing names who refers to what', () => {
    const told = complaints(
      changed((file) => {
        delete file.resources['nat-gateway:a']
      }),
    )
    expect(told.map(({ what }) => what)).toEqual([
      '"nat-gateway:a" is named, but the file holds no such resource.',
      '"nat-gateway:a" has a place on the canvas, but the file holds no such resource.',
    ])
    expect(told[0]?.where).toContain('route-table:a-private › routes.0.0.0.0/0.target')
  })

  it('with subnets inside each other says that a subnet lies in a VPC', () => {
    const told = complaints(
      changed((file) => {
        const resources = file.resources
        Object.assign(resources['subnet:a-public-a'] ?? {}, { vpcId: 'subnet:a-public-b' })
        Object.assign(resources['subnet:a-public-b'] ?? {}, { vpcId: 'subnet:a-public-a' })
      }),
    )
    expect(told).toEqual([
      expect.objectContaining({
        what: '"subnet:a-public-b" is not the id of a vpc.',
        mend: 'Write an id that starts with "vpc:".',
      }),
      expect.objectContaining({ what: '"subnet:a-public-a" is not the id of a vpc.' }),
    ])
  })

  it('that crosses VPCs is refused', () => {
    const told = complaints(
      changed((file) => {
        const resources = file.resources
        Object.assign(resources['subnet:a-public-a'] ?? {}, {
          routeTableId: 'route-table:b-public',
        })
        Object.assign(resources['workload:service-a'] ?? {}, {
          securityGroupIds: ['security-group:service-b'],
        })
        Object.assign(resources['route-table:a-public'] ?? {}, { main: true })
        Object.assign(resources['vpc:b'] ?? {}, { ownerId: '333333333333' })
      }),
    )
    expect(told.map(({ what }) => what)).toEqual([
      '"route-table:b-public" belongs to another VPC.',
      '"security-group:service-b" belongs to another VPC.',
      'vpc:a has 2 main route tables: route-table:a-main, route-table:a-public.',
      'Account 333333333333 is not in the list of accounts.',
    ])
  })

  it('with more problems than anybody reads lists a hundred and counts the rest', () => {
    const layout = Object.fromEntries(
      Array.from({ length: 250 }, (_, index) => [`vpc:x${index}`, { x: 0, y: 0 }]),
    )
    const told = complaints(changed((file) => Object.assign(file, { layout })))
    expect(told).toHaveLength(101)
    expect(told.at(-1)?.what).toBe('There are 150 more problems.')
  })

  it('of 50 MB of junk is refused unread', () => {
    expect(complaints('{"x":'.repeat(10 * 1024 * 1024))).toEqual([
      {
        where: 'the file',
        what: 'It holds 50 MB, more than the 32 MB that Causeway reads.',
        mend: 'Check that it is a Causeway design; designs of a thousand VPCs stay far below that.',
      },
    ])
  })

  it('of endless lists is refused before they are looked into', () => {
    const accounts = Array.from({ length: 300_000 }, () => 0)
    expect(complaints(changed((file) => Object.assign(file, { accounts })))).toEqual([
      expect.objectContaining({
        where: expect.stringMatching(/^line \d+, column 15: accounts$/) as string,
        what: 'It holds 300000 entries, more than the 1000 that Causeway reads.',
      }),
    ])
  })

  it('with more wrong values than an argument list takes is told, never thrown', () => {
    const routes = Object.fromEntries(
      Array.from({ length: 150_000 }, (_, index) => [`x${index}`, 0]),
    )
    const inOne = changed((file) => {
      Object.assign(file.resources['route-table:a-main'] ?? {}, { routes })
    })
    expect(complaints(inOne)[0]).toMatchObject({
      where: expect.stringContaining('resources › route-table:a-main › routes') as string,
      what: 'It holds 150000 entries, more than the 5000 that Causeway reads.',
    })
    const layout = Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`vpc:${i}`, {}]))
    expect(complaints(changed((file) => Object.assign(file, { layout })))).toHaveLength(101)
  })

  it('nested without end is refused, not followed', () => {
    expect(complaints('['.repeat(100_000))[0]?.what).toContain('more than 64 levels deep')
  })

  it('that names __proto__ changes no prototype', () => {
    const text = s1.replace('"vpc:a": {', '"__proto__": { "polluted": true }, "vpc:a": {')
    expect(complaints(text)[0]?.what).toBe('"__proto__" cannot be a key.')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('made of any text at all is told, never thrown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        for (const { where, what, mend } of complaints(text))
          expect([where, what, mend]).not.toContain('')
      }),
    )
  })

  it('with any value in any place is told, never thrown', () => {
    const resources = Object.keys(examples[0]?.document.resources ?? {})
    fc.assert(
      fc.property(fc.constantFrom(...resources), fc.string(), fc.jsonValue(), (id, key, value) => {
        const text = changed((file) => {
          const body = file.resources[id] ?? {}
          const keys = Object.keys(body)
          body[keys[key.length % keys.length] ?? 'name'] = value
        })
        for (const { where, what, mend } of complaints(text))
          expect([where, what, mend]).not.toContain('')
      }),
    )
  })
})
