import { placeKey, type Place } from '../iac/block'
import { distinct } from '../iac/names'
import { byCodeUnit } from '../iac/order'
import { snake } from '../iac/words'
import type { Design } from '../kinds/contract'
import { placeOf } from '../kinds/emit'
import { emittingOf } from '../kinds/emitting'

/** An account that something is made in. */
export interface AccountLabel {
  readonly id: string
  readonly name: string
  /** Its name as an identifier, different from every other account's. */
  readonly label: string
}

/** An account and a Region in which something is made. */
export interface LabelledPlace extends Place {
  readonly account: AccountLabel
  /** Account and Region as an identifier. */
  readonly label: string
}

/** Where anything of the design is made. */
function homesOf(design: Design): readonly Place[] {
  return Object.values(design.resources).flatMap((it) =>
    emittingOf(it.kind).concern === null ? [] : (placeOf(it, design) ?? []),
  )
}

/** The accounts in which something is made, ordered by id. */
export function accountsOf(design: Design): readonly AccountLabel[] {
  const ids = [...new Set(homesOf(design).map(({ ownerId }) => ownerId))].toSorted(byCodeUnit)
  const named = ids.map((id) => ({
    id,
    name: design.accounts.find((account) => account.id === id)?.name ?? `account ${id}`,
  }))
  const labels = distinct(
    named.map(({ id, name }) => ({ key: id, name: identifier(name, `account_${id}`) })),
  )
  return named.map(({ id, name }) => ({ id, name, label: labels.get(id) ?? id }))
}

/** An identifier starts with a letter. */
function identifier(name: string, otherwise: string): string {
  const text = snake([name])
  if (text === '') return otherwise
  return /^[a-z]/.test(text) ? text : `account_${text}`
}

/** Every account and Region in which something is made, ordered by account and Region. */
export function placesOf(design: Design): readonly LabelledPlace[] {
  const accounts = new Map(accountsOf(design).map((account) => [account.id, account]))
  const places = new Map(homesOf(design).map((place) => [placeKey(place), place]))
  return [...places]
    .toSorted(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([, { ownerId, region }]) => {
      const account = accounts.get(ownerId)
      return account
        ? [{ ownerId, region, account, label: `${account.label}_${snake([region])}` }]
        : []
    })
}
