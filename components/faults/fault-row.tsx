'use client'
/** One fault: its words, how it stands, its amount where there is a choice, and the one control that its manner asks for. */
import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import type { Fault } from '../../lib/faults/faults'
import type { FaultSetting } from '../../lib/model/run-options'
import type { EpochMs } from '../../lib/protocol/observation'
import { SECTIONS, SPEC_PAGE } from '../../lib/spec/page'
import { useT } from '../i18n/language'
import css from './fault-row.module.css'
import { AMOUNTS, type Amounts, type FaultSituation, type FaultStanding, standingText, whyNot } from './fault-state'
import { LEVEL_WORDS } from './level-words'

type FaultRowProps = {
  /** an address brought the reader here for it */
  readonly asked?: boolean
  readonly fault: Fault
  readonly situation: FaultSituation
  readonly standing: FaultStanding
  readonly origin: EpochMs | undefined
  /** why it cannot act is said once, above all rows */
  readonly shared: boolean
  readonly onSet: (on: boolean, setting?: FaultSetting) => void
}

export function FaultRow({ asked: wanted, fault, situation, standing, origin, shared, onSet }: FaultRowProps) {
  const id = useId()
  const t = useT()
  const amounts = AMOUNTS[fault.id]
  const [amount, setAmount] = useState(amounts?.choices[0])
  const [keepAlive, setKeepAlive] = useState(false)
  const [asked, setAsked] = useState(false)
  const reason = whyNot(fault, situation)
  const text = standingText(standing, fault.manner, origin, t)
  const on = standing.state === 'armed' || standing.state === 'on' || standing.state === 'next'
  const setting = (over: Partial<FaultSetting> = {}): FaultSetting => ({
    ...(amount === undefined ? {} : { amount }),
    ...(fault.id === 'idle-proxy' ? { keepAlive } : {}),
    ...over,
  })
  /** What goes on is changed while it goes on. */
  const change = (over: Partial<FaultSetting>) => on && onSet(true, setting(over))
  return (
    <li className={css.row} data-state={standing.state} data-fault={fault.id} data-asked={wanted || undefined}>
      <div className={css.words}>
        <Title fault={fault} id={id} />
        <p>
          <span id={`${id}s`}>{t(fault.sentence)}</span>{' '}
          <button
            type="button"
            className={css.level}
            aria-expanded={asked}
            aria-label={t('{level}: what the specification says of {title}', {
              level: t(LEVEL_WORDS[fault.spec.level]),
              title: t(fault.title),
            })}
            onClick={() => setAsked(!asked)}
          >
            {t(LEVEL_WORDS[fault.spec.level])}
            <ChevronDown size={11} strokeWidth={3} aria-hidden />
          </button>
        </p>
        {asked && <Specification fault={fault} />}
        {(amounts || fault.id === 'idle-proxy') && (
          <div className={css.amounts}>
            {amounts && (
              <Amount
                fault={t(fault.title)}
                amounts={amounts}
                value={amount ?? 0}
                onChange={(value) => {
                  setAmount(value)
                  change({ amount: value })
                }}
              />
            )}
            {fault.id === 'idle-proxy' && (
              <label className={css.check}>
                <input
                  type="checkbox"
                  checked={keepAlive}
                  onChange={({ target }) => {
                    setKeepAlive(target.checked)
                    change({ keepAlive: target.checked })
                  }}
                />
                {t('Keep-alive comments')}
              </label>
            )}
          </div>
        )}
        {text && (
          <p className={css.standing} role="status">
            {text}
          </p>
        )}
      </div>
      <Control fault={fault} on={on} reason={reason} labelledBy={id} onSet={(to) => onSet(to, setting())} />
      {reason && !shared && <p className={css.reason}>{t(reason)}</p>}
    </li>
  )
}

type ControlProps = {
  readonly fault: Fault
  readonly on: boolean
  readonly reason: string | undefined
  readonly labelledBy: string
  readonly onSet: (on: boolean) => void
}

function Control({ fault, on, reason, labelledBy: id, onSet }: ControlProps) {
  const t = useT()
  switch (fault.manner) {
    case 'act':
      return (
        <button
          type="button"
          className={css.act}
          id={`${id}c`}
          data-control
          aria-labelledby={`${id}c ${id}t`}
          aria-describedby={`${id}s`}
          aria-disabled={reason !== undefined || undefined}
          title={reason && t(reason)}
          onClick={() => reason === undefined && onSet(true)}
        >
          {t('Do it')}
        </button>
      )
    case 'moment':
      return (
        <button
          type="button"
          className={css.act}
          id={`${id}c`}
          data-control
          aria-labelledby={`${id}c ${id}t`}
          aria-describedby={`${id}s`}
          aria-pressed={on}
          onClick={() => onSet(!on)}
        >
          {t(on ? 'Armed' : 'Arm')}
        </button>
      )
    case 'while':
    case 'next-run':
      return (
        <input
          type="checkbox"
          role="switch"
          className={css.switch}
          id={`${id}c`}
          data-control
          aria-describedby={`${id}s`}
          aria-checked={on}
          checked={on}
          onChange={({ target }) => onSet(target.checked)}
        />
      )
  }
}

function Amount({
  fault,
  amounts,
  value,
  onChange,
}: {
  fault: string
  amounts: Amounts
  value: number
  onChange: (value: number) => void
}) {
  const t = useT()
  return (
    <select
      className={css.amount}
      aria-label={t('{fault}: {amount}', { fault, amount: t(amounts.label) })}
      value={value}
      onChange={({ target }) => onChange(Number(target.value))}
    >
      {[...amounts.choices]
        .sort((a, b) => a - b)
        .map((choice) => (
          <option key={choice} value={choice}>
            {amounts.say(choice, t)}
          </option>
        ))}
    </select>
  )
}

const isSwitch = ({ manner }: Fault): boolean => manner === 'while' || manner === 'next-run'

function Specification({ fault: { spec } }: { fault: Fault }) {
  const t = useT()
  return (
    <p className={css.spec}>
      {spec.level === 'silent' && `${t('The specification is silent here.')} `}
      {t(spec.says)}{' '}
      <a href={`${SPEC_PAGE}#${SECTIONS[spec.section].anchor}`} target="_blank" rel="noreferrer">
        {t('Read it there')}
      </a>
    </p>
  )
}

/** The fault's name; for a switch it is the label of the control. */
function Title({ fault, id }: { readonly fault: Fault; readonly id: string }) {
  const t = useT()
  if (!isSwitch(fault)) return <b id={`${id}t`}>{t(fault.title)}</b>
  return (
    <label id={`${id}t`} htmlFor={`${id}c`}>
      {t(fault.title)}
    </label>
  )
}
