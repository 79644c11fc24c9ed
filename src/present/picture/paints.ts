import type { Tint } from '../../kinds/contract'

/**
 * Literal colours: a picture is opened where our style sheets are not. They are those of
 * `ui/tokens.css`.
 */
export interface Paints {
  readonly ground: string
  readonly paper: string
  readonly ink: string
  readonly soft: string
  readonly line: string
  readonly strong: string
  readonly danger: string
  readonly unmodelled: string
  readonly waiting: string
  readonly pass: string
  readonly request: string
  readonly reply: string
  /** How much of its tint a container's ground takes, 0 to 1. */
  readonly fill: number
  readonly tints: Readonly<Record<Tint, string>>
}

export const paints: Readonly<Record<'light' | 'dark', Paints>> = {
  light: {
    ground: '#ffffff',
    paper: '#ffffff',
    ink: '#16202e',
    soft: '#525d6c',
    line: '#d5dae1',
    strong: '#8a95a5',
    danger: '#b8202a',
    unmodelled: '#6a4bb0',
    waiting: '#8a5200',
    pass: '#0a6b42',
    request: '#0b5cc9',
    reply: '#a3246e',
    fill: 0.05,
    tints: {
      vpc: '#8c4fff',
      public: '#7aa116',
      private: '#00a4a6',
      network: '#8c4fff',
      compute: '#ed7100',
      container: '#ed7100',
      neutral: '#6b7685',
    },
  },
  dark: {
    ground: '#10151c',
    paper: '#181f29',
    ink: '#e9edf3',
    soft: '#a7b2c1',
    line: '#333d4b',
    strong: '#68778a',
    danger: '#ff8a8a',
    unmodelled: '#bda4ff',
    waiting: '#f2b75c',
    pass: '#58cf97',
    request: '#76adff',
    reply: '#f492c5',
    fill: 0.09,
    tints: {
      vpc: '#a77bff',
      public: '#9cc23a',
      private: '#2fc0bf',
      network: '#a77bff',
      compute: '#ed7100',
      container: '#ed7100',
      neutral: '#97a3b4',
    },
  },
}
