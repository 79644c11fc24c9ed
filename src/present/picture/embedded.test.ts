import { describe, expect, it } from 'vitest'
import { embeddedIn, encoded, namespace } from './embedded'

const bytes = (text: string) => new TextEncoder().encode(text)
const svg = (inside: string) => bytes(`<?xml version="1.0"?>\n<svg>${inside}</svg>`)

describe('what a file carries', () => {
  it.each([
    ['a design as it is', bytes('{"format":"causeway"}'), '{"format":"causeway"}'],
    [
      'an SVG of ours',
      svg(`<metadata><design xmlns="${namespace}">${encoded('{"a":"설계 <&]]> 🚀"}')}</design>`),
      '{"a":"설계 <&]]> 🚀"}',
    ],
  ])('%s', (_, file, text) => {
    expect(embeddedIn(file)).toMatchObject({ text })
  })

  it.each([
    ['an SVG of someone else', svg('<metadata><design>eA==</design></metadata>')],
    ['an SVG whose design was damaged', svg(`<design xmlns="${namespace}">***</design>`)],
    ['a web page', bytes('<!doctype html><p>hello')],
  ])('%s carries no design', (_, file) => {
    expect(embeddedIn(file)).toEqual({ type: 'picture-without' })
  })
})
