/** Step 4: how it looks. */

import { useState } from 'preact/hooks'
import { Choice } from './Choice.tsx'
import { useConfiguration, useShared } from './context.ts'
import { set } from './edit.ts'
import { Field } from './Field.tsx'
import { colourProblem, onColour, toColour } from './look.ts'
import type { Look } from './state.ts'

/** A page of a few lines, and where the banner is on it. */
const Sketch = ({ x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }) => (
  <svg viewBox="0 0 60 40" width="60" height="40" aria-hidden="true" class="sketch">
    <rect class="page" width="60" height="40" rx="4" />
    <path class="lines" d="M8 9h22M8 15h34M8 21h28" />
    <rect class="banner" x={x} y={y} width={width} height={height} rx="2" />
  </svg>
)

export function Appearance() {
  const [configuration, change] = useConfiguration()
  const { state, update } = useShared()
  const { look } = state
  const { ui = {} } = configuration
  const putUi = (key: 'layout' | 'theme' | 'trigger', value: string, standard: string) =>
    change(set(configuration, ['ui', key], value === standard ? undefined : value))
  const putLook = (key: keyof Look, value: string, typed = true) => {
    const { [key]: _, ...rest } = look
    update({ ...state, look: value ? { ...rest, [key]: value } : rest }, typed ? `look.${key}` : undefined)
  }
  return (
    <>
      <Choice
        legend="Plaats van de banner"
        name="plaats"
        value={ui.layout ?? 'bar'}
        options={[
          ['bar', 'Balk onderaan', <Sketch key="bar" x={0} y={28} width={60} height={12} />],
          ['box', 'Blok in de hoek', <Sketch key="box" x={32} y={17} width={25} height={20} />],
          ['center', 'Midden', <Sketch key="center" x={15} y={9} width={30} height={22} />],
        ]}
        onChange={(value) => putUi('layout', value, 'bar')}
      />
      <Choice
        legend="Licht of donker"
        name="thema"
        value={ui.theme ?? 'auto'}
        options={[
          ['auto', 'Volgt de instelling van de bezoeker'],
          ['light', 'Altijd licht'],
          ['dark', 'Altijd donker'],
        ]}
        onChange={(value) => putUi('theme', value, 'auto')}
      />
      <Choice
        legend="Knop om de keuze te wijzigen"
        name="knop"
        value={ui.trigger ?? 'bottom-left'}
        options={[
          ['bottom-left', 'Linksonder'],
          ['bottom-right', 'Rechtsonder'],
          ['none', 'Geen knop'],
        ]}
        onChange={(value) => putUi('trigger', value, 'bottom-left')}
      />
      {ui.trigger === 'none' && (
        <p class="note">Zet dan op elke pagina de link uit stap 6. Intrekken moet net zo makkelijk zijn als toestemming geven.</p>
      )}
      <div class="columns">
        <Colour
          id="kleur"
          label="Kleur van knoppen en links"
          value={look.accent ?? ''}
          suggestion="#174f8c"
          onInput={(value) => putLook('accent', value)}
          note="Waar tekst of een rand niet goed te zien is, maken we hem daar donkerder of lichter."
        />
        {look.accent && (
          <Colour
            id="tekstkleur"
            label="Kleur van de tekst op knoppen"
            value={look.onAccent ?? ''}
            suggestion={onColour(look.accent)}
            mistake={colourProblem(look)}
            onInput={(value) => putLook('onAccent', value)}
          />
        )}
      </div>
      <p class="soft">Weigeren en accepteren krijgen altijd dezelfde kleur en grootte.</p>
      <Choice
        legend="Hoeken"
        name="hoeken"
        value={look.corners ?? ''}
        options={[
          ['', 'Rond'],
          ['0.5em', 'Een beetje rond'],
          ['0px', 'Recht'],
        ]}
        onChange={(value) => putLook('corners', value, false)}
      />
      <Choice
        legend="Ruimte in de banner"
        name="ruimte"
        value={look.density ?? ''}
        options={[
          ['', 'Gewoon'],
          ['0.7', 'Weinig'],
          ['1.3', 'Veel'],
        ]}
        onChange={(value) => putLook('density', value, false)}
      />
      <Field
        id="lettertype"
        label="Lettertype"
        hint="De naam zoals die in de vormgeving van je website staat. Leeg is het lettertype van het apparaat."
        value={look.font ?? ''}
        placeholder="Georgia, serif"
        onInput={(value) => putLook('font', value)}
      />
    </>
  )
}

interface ColourProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly suggestion: string
  readonly mistake?: string
  readonly note?: string
  readonly onInput: (value: string) => void
}

function Colour({ id, label, value, suggestion, mistake, note, onInput }: ColourProps) {
  /** What is being typed; it stays as it is until the field is left. */
  const [text, setText] = useState<string>()
  const [left, setLeft] = useState(false)
  const wrong = left && !!text?.trim() && !toColour(text)
  const type = (next: string) => {
    setText(next)
    setLeft(false)
    const colour = next.trim() ? toColour(next) : ''
    if (colour !== undefined) onInput(colour)
  }
  const leave = () => {
    setLeft(true)
    if (!text?.trim() || toColour(text)) setText(undefined)
  }
  const pick = (colour: string) => {
    setText(undefined)
    onInput(colour)
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="colour">
        <input
          id={id}
          type="color"
          value={value || suggestion}
          aria-describedby={`${id}-uitleg`}
          onInput={(event) => pick(event.currentTarget.value)}
        />
        <input
          type="text"
          class="code"
          value={text ?? value}
          placeholder="Wij kiezen"
          aria-label={`${label}, als code`}
          aria-describedby={`${id}-uitleg`}
          aria-invalid={wrong || undefined}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={leave}
        />
        {value && (
          <button type="button" class="quiet" onClick={() => pick('')}>
            Laat ons een kleur kiezen<span class="unseen">: {label}</span>
          </button>
        )}
      </div>
      {wrong && (
        <p class="mistakes">
          “{text}” is geen kleur die we kennen. Schrijf een # en zes tekens, zoals {suggestion}.
        </p>
      )}
      <div id={`${id}-uitleg`} class={mistake ? 'mistakes' : 'soft'}>
        {mistake || note}
      </div>
    </div>
  )
}
