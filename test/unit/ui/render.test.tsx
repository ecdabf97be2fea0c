import { type ComponentChild, type ComponentChildren, isValidElement, render as preact } from 'preact'
import { describe, expect, it, vi } from 'vitest'
import { Fragment, jsx } from '../../../src/ui/jsxRuntime.ts'
import { render } from '../../../src/ui/render.ts'

const Item = ({ name, on }: { readonly name: string; readonly on?: boolean }) => (
  <li class={on ? 'on' : ''} data-name={name}>
    {name} {on && <b>!</b>}
  </li>
)

const lists = [['a', 'b', 'c'], ['c', 'a'], [], ['b', 'd', 'a', 'c'], ['d'], ['a', 'b', 'c', 'd']]
const drawings: readonly ComponentChildren[] = [
  null,
  'text',
  3,
  [false, 'a', null, ['b', [<i>c</i>]]],
  ...lists.map((names) => (
    <section aria-label={names.join()}>
      {names.length > 2 && <h2 id="title">{names.length}</h2>}
      <ul>
        {names.map((name, index) => (
          <Item key={name} name={name} on={index % 2 === 0} />
        ))}
      </ul>
      {names.length > 1 && (
        <>
          {names[0]}
          <p>{names}</p>
        </>
      )}
    </section>
  )),
  <input type="checkbox" name="x" />,
  undefined,
]

describe('render', () => {
  it('draws what Preact draws, from any drawing to any other', () => {
    for (const first of drawings)
      for (const second of drawings) {
        const [ours, theirs] = [document.createElement('div'), document.createElement('div')]
        for (const drawing of [first, second, first]) {
          render(drawing, ours)
          preact(drawing, theirs)
          expect(ours.innerHTML).toBe(theirs.innerHTML)
        }
      }
  })

  it('draws the same from the elements that `dist/` has in place of Preact’s', () => {
    const own = (child: ComponentChildren): ComponentChildren => {
      if (Array.isArray(child)) return child.map((one) => own(one) as ComponentChild)
      if (!isValidElement(child)) return child
      const { type, props, key } = child
      const children = own(props.children)
      // A fragment is the one type of Preact's own.
      return jsx(typeof type === 'function' && type !== Item ? Fragment : type, { ...props, children }, key) as unknown as ComponentChildren
    }
    const [ours, theirs] = [document.createElement('div'), document.createElement('div')]
    for (const drawing of drawings) {
      render(own(drawing), ours)
      preact(drawing, theirs)
      expect(ours.innerHTML).toBe(theirs.innerHTML)
    }
    const ref = vi.fn()
    for (const text of ['one', 'two']) render(jsx('p', { ref, children: text }, 'key') as unknown as ComponentChildren, ours)
    expect(ref.mock.calls).toEqual([[ours.firstChild]])
  })

  it('keeps the element of a key, and leaves what stays where it is', () => {
    const place = document.createElement('div')
    const draw = (names: readonly string[]) =>
      render(
        names.map((name) => <Item key={name} name={name} />),
        place,
      )
    draw(['a', 'b', 'c'])
    const b = place.children[1]
    const insert = vi.spyOn(place, 'insertBefore')
    draw(['b', 'c'])
    expect(place.firstChild).toBe(b)
    expect(insert).not.toHaveBeenCalled()
    draw(['x', 'b', 'c'])
    expect(insert).toHaveBeenCalledOnce()
  })

  it('calls a ref once, when the element is in place, and its answer when it goes', () => {
    const place = document.createElement('div')
    document.body.append(place)
    const leave = vi.fn()
    const seen: string[] = []
    const arrive = (element: HTMLElement | null) => {
      if (element) seen.push(`${element.isConnected} ${element.textContent}`)
      return leave
    }
    for (const text of ['one', 'two'])
      render(
        <div>
          <p ref={arrive}>{text}</p>
        </div>,
        place,
      )
    expect([seen, leave.mock.calls]).toEqual([['true one'], []])
    render(null, place)
    expect(leave).toHaveBeenCalledOnce()
  })

  it('calls the newest listener', () => {
    const place = document.createElement('div')
    const calls: string[] = []
    for (const name of ['old', 'new']) render(<button type="button" onClick={() => calls.push(name)} />, place)
    place.querySelector('button')?.click()
    render(<button type="button" />, place)
    place.querySelector('button')?.click()
    expect(calls).toEqual(['new'])
  })

  it('leaves what the visitor opened open', () => {
    const place = document.createElement('div')
    const draw = (text: string) => render(<details open={false}>{text}</details>, place)
    draw('a')
    const details = place.querySelector('details')
    if (details) details.open = true
    draw('b')
    expect(details?.open).toBe(true)
  })
})
