/** The banner as visitors get it: the real library, in a page of this origin. */

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Configuration } from '../../src/model/settings.ts'
import { Choice } from './Choice.tsx'
import { useShared } from './context.ts'
import { addKnown, servicesOf } from './edit.ts'
import { consentIn, createFrame, type ExampleFrame } from './frame.ts'
import { properties } from './look.ts'
import type { State } from './state.ts'

/** So that it is in view as a whole, with what is around it, in pixels. */
const highest = () => Math.max(420, Math.min(600, innerHeight - 260))
const sizes = { phone: [360, 720], desktop: [1200, 750] } as const

/** A theme that follows the visitor is shown in the scheme that was chosen to look at. */
const themed = (configuration: Configuration, scheme: 'light' | 'dark'): Configuration =>
  (configuration.ui?.theme ?? 'auto') === 'auto' ? { ...configuration, ui: { ...configuration.ui, theme: scheme } } : configuration

/** While nothing has been chosen, there is something to look at all the same. */
const isBlank = ({ configuration: { services = [] } }: State) => services.every((one) => one === 'toestemming')
const shownOf = (state: State): State => {
  const { configuration } = isBlank(state) ? { configuration: addKnown(state.configuration, 'google-analytics') } : state
  return { ...state, configuration: { ...configuration, owner: configuration.owner ?? 'Jouw bedrijf' } }
}

export function exampleOf({ configuration, look }: State, scheme: 'light' | 'dark', preferences: boolean) {
  return {
    configuration: themed(configuration, scheme),
    properties: properties(look),
    scheme,
    preferences,
    embeds: servicesOf(configuration)
      .filter(({ category }) => category === 'social')
      .slice(0, 1)
      .map(({ id, category, title, provider }) => ({ id, category, title: title ?? provider })),
  }
}

/** Whether a banner would ask anything. */
export const asks = (configuration: Configuration): boolean =>
  servicesOf(configuration).some(({ category, exempt }) => category !== 'functional' && !exempt)

export function Preview() {
  const { state, mistakes } = useShared()
  const [device, setDevice] = useState<'phone' | 'desktop'>('phone')
  const [scheme, setScheme] = useState<'light' | 'dark'>(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'))
  const [again, setAgain] = useState(0)
  const stage = useRef<HTMLDivElement>(null)
  const shown = useRef<ExampleFrame | undefined>(undefined)
  const wrong = mistakes.some(({ harmless }) => !harmless)
  const key = JSON.stringify([state.configuration, state.look, scheme, again])

  useEffect(() => {
    if (wrong) return
    let frame: ExampleFrame | undefined
    const timer = setTimeout(
      () => {
        frame = createFrame('Voorbeeld van je website', exampleOf(shownOf(state), scheme, false))
        frame.className = 'coming'
        const show = () => {
          frame?.classList.remove('coming')
          if (shown.current !== frame) shown.current?.remove()
          shown.current = frame
        }
        // What was shown stays until the new one has been drawn.
        frame.addEventListener('load', () => setTimeout(show, 250), { once: true })
        stage.current?.append(frame)
      },
      shown.current ? 400 : 0,
    )
    return () => {
      clearTimeout(timer)
      if (frame && frame !== shown.current) frame.remove()
    }
  }, [key, wrong])

  useEffect(() => {
    const element = stage.current
    if (!element) return
    const [width, height] = sizes[device]
    const resize = () => {
      const scale = Math.min(1, (element.parentElement?.clientWidth ?? width) / width, highest() / height)
      for (const [name, value] of Object.entries({ width: `${width}px`, height: `${height}px`, scale: String(scale) }))
        element.style.setProperty(`--stage-${name}`, value)
    }
    resize()
    const watch = new ResizeObserver(resize)
    if (element.parentElement) watch.observe(element.parentElement)
    return () => watch.disconnect()
  }, [device])

  return (
    <>
      <div class="controls">
        <Choice
          small
          legend="Scherm"
          name="scherm"
          value={device}
          options={[
            ['phone', 'Telefoon'],
            ['desktop', 'Computer'],
          ]}
          onChange={setDevice}
        />
        <Choice
          small
          legend="Licht of donker in de voorvertoning"
          name="schema"
          value={scheme}
          options={[
            ['light', 'Licht'],
            ['dark', 'Donker'],
          ]}
          onChange={setScheme}
        />
      </div>
      <div class="frame">
        <div class={`stage ${device}`} ref={stage} />
      </div>
      {wrong && <p class="mistakes">De voorvertoning wacht: er is nog iets niet goed ingevuld.</p>}
      {!wrong && !asks(state.configuration) && (
        <p class="note">
          {isBlank(state)
            ? 'Dit is een voorbeeld, met alleen statistieken. Er is nog niets om toestemming voor te vragen: kies je diensten bij stap 3.'
            : 'Met deze diensten is er niets om toestemming voor te vragen. Daarom verschijnt er geen banner.'}
        </p>
      )}
      <div class="buttons">
        <button type="button" class="quiet" onClick={() => consentIn(shown.current)?.open('preferences')}>
          Toon de keuzes
        </button>
        <button type="button" class="quiet" onClick={() => setAgain(again + 1)}>
          Begin als nieuwe bezoeker
        </button>
        {document.fullscreenEnabled && (
          <button type="button" class="quiet" onClick={() => shown.current?.requestFullscreen().catch(() => {})}>
            Bekijk op het hele scherm
          </button>
        )}
      </div>
    </>
  )
}
