import { expect } from 'vitest'
import { resolve } from '../../engine/network'
import { trace } from '../../engine/questions/trace'
import { told } from '../../engine/testing/ask'
import type { Answer } from '../../import/aws/gather'
import { importAnswers } from '../../import/aws/import'
import type { Document } from '../../model/document'
import { parseDocument } from '../../model/parse'
import { printDocument } from '../../model/print'
import { questionOf, type Flow } from '../questions'
import { withServicesOf } from '../services'

/** The design that answers make, saved and read again. */
export function documentOf(answers: readonly Answer[]): Document {
  const { accounts, resources } = importAnswers(answers)
  const document: Document = { name: 'Imported', description: '', accounts, resources, layout: {} }
  const read = parseDocument(printDocument(document))
  expect(read.ok ? [] : read.problems).toEqual([])
  return document
}

/** The verdict on a flow as a list of flows has it, in the rule sheet's notation. */
export function flowIn(document: Document, flow: Flow): string {
  const network = resolve(withServicesOf(document, [flow]))
  return told(trace(network, questionOf(network, flow)))
}
