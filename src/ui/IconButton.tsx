import { Button } from '@base-ui/react/button'
import type { ReactNode, Ref } from 'react'
import styles from './Button.module.css'
import { Kbd } from './Kbd'
import { Tooltip } from './Tooltip'

export interface IconButtonProps {
  readonly label: string
  readonly children: ReactNode
  readonly onClick?: (() => void) | undefined
  /** The key that does the same, such as `Mod+Z`. */
  readonly keys?: string | undefined
  readonly size?: 'small' | 'normal' | undefined
  readonly disabled?: boolean | undefined
  readonly pressed?: boolean | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button of one icon; its label is its name and its tooltip. */
export function IconButton({
  label,
  children,
  keys,
  size = 'normal',
  pressed,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip
      text={
        <>
          {label}
          {keys !== undefined && <Kbd keys={keys} />}
        </>
      }
    >
      <Button
        className={styles.icon}
        data-size={size}
        aria-label={label}
        aria-pressed={pressed}
        focusableWhenDisabled
        {...rest}
      >
        {children}
      </Button>
    </Tooltip>
  )
}
