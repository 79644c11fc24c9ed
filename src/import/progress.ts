/** How far an import is. */
export interface Progress {
  /** `read`: files; `describe`: what they say becomes resources; `arrange`: these find their places. */
  readonly step: 'read' | 'describe' | 'arrange'
  readonly done: number
  /** Null where nobody knows how much there is. */
  readonly of: number | null
}

export type Tell = (progress: Progress) => void
