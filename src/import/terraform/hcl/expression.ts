/** An expression of Terraform's language as it is written. */
export type Expression =
  | { readonly type: 'literal'; readonly value: string | number | boolean | null }
  | { readonly type: 'template'; readonly parts: readonly Expression[] }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'attribute'; readonly of: Expression; readonly name: string }
  | { readonly type: 'index'; readonly of: Expression; readonly key: Expression }
  | { readonly type: 'splat'; readonly of: Expression; readonly each: Expression }
  | { readonly type: 'call'; readonly name: string; readonly given: readonly Given[] }
  | { readonly type: 'list'; readonly items: readonly Expression[] }
  | { readonly type: 'object'; readonly entries: readonly (readonly [Expression, Expression])[] }
  | { readonly type: 'unary'; readonly operator: string; readonly of: Expression }
  | {
      readonly type: 'binary'
      readonly operator: string
      readonly left: Expression
      readonly right: Expression
    }
  | {
      readonly type: 'condition'
      readonly test: Expression
      readonly yes: Expression
      readonly no: Expression
    }
  | Loop
  /** What a splat is made of, item by item. */
  | { readonly type: 'item' }

export interface Given {
  readonly value: Expression
  /** Is it a list of what is given? */
  readonly isSpread: boolean
}

export interface Loop {
  readonly type: 'for'
  readonly keyName: string | null
  readonly valueName: string
  readonly of: Expression
  /** The key of what it makes, where it makes an object. */
  readonly key: Expression | null
  readonly value: Expression
  readonly isGrouped: boolean
  readonly test: Expression | null
}
