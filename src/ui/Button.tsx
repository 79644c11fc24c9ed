import { Button as BaseButton } from '@base-ui/react/button'
import type { ReactNode, Ref } from 'react'
import styles from './Button.module.css'

export interface ButtonProps {
  readonly children: ReactNode
  readonly onClick?: (() => void) | undefined
  /** `primary` once a view; `quiet` has no frame; `link` reads as text. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger' | 'link' | undefined
  readonly size?: 'small' | 'normal' | 'large' | undefined
  readonly icon?: ReactNode
  readonly disabled?: boolean | undefined
  readonly type?: 'button' | 'submit' | undefined
  readonly title?: string | undefined
  /** The ID of the form that it sends, where it stands outside of it. */
  readonly form?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
  readonly 'aria-label'?: string | undefined
  readonly 'aria-describedby'?: string | undefined
  readonly 'aria-pressed'?: boolean | undefined
  readonly 'aria-expanded'?: boolean | undefined
}

/** A button with words, and an icon before them where it helps. */
export function Button({
  children,
  look = 'plain',
  size = 'normal',
  icon,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <BaseButton className={styles.button} data-look={look} data-size={size} type={type} {...rest}>
      {icon}
      {children}
    </BaseButton>
  )
}
