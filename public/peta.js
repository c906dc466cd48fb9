/*
 * What a map can do more where there is JavaScript: a tooltip for each region, and zooming by button, key, pinch or
 * Ctrl and wheel. Nothing moves by itself. A page that Remix takes over calls `enhance` once React is there;
 * every other page does it here. Served as it is, so: no imports, nothing newer than its readers' browsers.
 */
const CLOSEST = 12
const STEP = 1.6

export function enhance(sheet) {
  const svg = sheet.querySelector('svg[data-peta]')
  if (!svg || sheet.dataset.peta) return () => {}
  sheet.dataset.peta = 'siap'
  const [, , width, height] = svg.getAttribute('viewBox').split(' ').map(Number)
  let view = { x: 0, y: 0, scale: 1 }
  const stop = new AbortController()
  const on = (target, type, work, options) =>
    target.addEventListener(type, work, { signal: stop.signal, ...options })

  // Zoom: symbols and names grow less than the distances between them, so that closer means clearer.

  const grown = ['r', 'font-size'].flatMap((name) =>
    [...svg.querySelectorAll(`[${name}]`)].map((element) => ({
      element,
      name,
      size: Number(element.getAttribute(name)),
    })),
  )
  function show(x, y, scale) {
    const to = Math.min(CLOSEST, Math.max(1, scale))
    const limit = (value, size) => Math.min(Math.max(value, 0), size - size / to)
    if (to !== view.scale) {
      for (const { element, name, size } of grown) element.setAttribute(name, size / to ** 0.6)
    }
    view = { x: limit(x, width), y: limit(y, height), scale: to }
    svg.setAttribute('viewBox', `${view.x} ${view.y} ${width / to} ${height / to}`)
    // The coast of a map of the country is a background.
    const within = (start, size) => `${to === 1 ? 0 : (100 * start) / (size - size / to)}%`
    svg.style.backgroundSize = `${100 * to}% ${100 * to}%`
    svg.style.backgroundPosition = `${within(view.x, width)} ${within(view.y, height)}`
    svg.style.touchAction = to > 1 ? 'none' : 'pan-x pan-y'
    svg.style.cursor = to > 1 ? 'grab' : ''
    out.disabled = back.disabled = to === 1
    closer.disabled = to === CLOSEST
    hideTip()
  }
  /** Zooms so that what lies under the point (0 to 1 across the picture) stays there. */
  function zoom(factor, across = 0.5, down = 0.5) {
    const to = Math.min(CLOSEST, Math.max(1, view.scale * factor))
    const x = view.x + (across * width) / view.scale
    const y = view.y + (down * height) / view.scale
    show(x - (across * width) / to, y - (down * height) / to, to)
  }
  function place(event) {
    const box = svg.getBoundingClientRect()
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]
  }

  const bar = document.createElement('div')
  bar.className = 'map-controls'
  const button = (sign, label, work) => {
    const made = document.createElement('button')
    made.type = 'button'
    made.textContent = sign
    made.setAttribute('aria-label', label)
    on(made, 'click', work)
    bar.append(made)
    return made
  }
  const closer = button('+', 'Perbesar peta', () => zoom(STEP))
  const out = button('−', 'Perkecil peta', () => zoom(1 / STEP))
  const back = button('↺', 'Tampilkan seluruh peta', () => show(0, 0, 1))
  sheet.prepend(bar)

  on(
    svg,
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      zoom(Math.exp(-event.deltaY / 200), ...place(event))
    },
    { passive: false },
  )
  on(svg, 'keydown', ({ key, ctrlKey, metaKey }) => {
    if (ctrlKey || metaKey) return
    if (key === '+' || key === '=') zoom(STEP)
    if (key === '-') zoom(1 / STEP)
    if (key === '0') show(0, 0, 1)
    if (key === 'Escape') hideTip()
  })

  // Dragging and pinching; a press that moved is not a click.

  const pressed = new Map()
  let moved = false
  on(svg, 'pointerdown', (event) => {
    if (pressed.size === 0) moved = false
    pressed.set(event.pointerId, place(event))
  })
  on(window, 'pointermove', (event) => {
    const before = pressed.get(event.pointerId)
    if (!before) return
    const now = place(event)
    const others = [...pressed].filter(([id]) => id !== event.pointerId).map(([, at]) => at)
    const box = svg.getBoundingClientRect()
    const apart = ([ax, ay], [bx, by]) => Math.hypot((ax - bx) * box.width, (ay - by) * box.height)
    if (!moved && apart(before, now) < 5) return
    if (others.length > 0) {
      const middle = [(now[0] + others[0][0]) / 2, (now[1] + others[0][1]) / 2]
      moved = true
      zoom(apart(now, others[0]) / Math.max(1, apart(before, others[0])), ...middle)
    } else if (view.scale > 1) {
      moved = true
      show(
        view.x - ((now[0] - before[0]) * width) / view.scale,
        view.y - ((now[1] - before[1]) * height) / view.scale,
        view.scale,
      )
    }
    pressed.set(event.pointerId, now)
  })
  for (const type of ['pointerup', 'pointercancel']) {
    on(window, type, (event) => pressed.delete(event.pointerId))
  }
  on(svg, 'dragstart', (event) => event.preventDefault())
  on(
    svg,
    'click',
    (event) => {
      if (!moved) return
      event.preventDefault()
      event.stopPropagation()
    },
    { capture: true },
  )

  // Tooltip; the browser's own would come on top of it.

  for (const title of svg.querySelectorAll('a > title')) title.textContent = ''
  const tip = document.createElement('div')
  tip.className = 'map-tip'
  tip.hidden = true
  tip.setAttribute('aria-hidden', 'true')
  sheet.append(tip)
  let leaving = 0

  function hideTip() {
    tip.hidden = true
  }
  function showTip(link, x, y) {
    clearTimeout(leaving)
    tip.textContent = link.getAttribute('aria-label')
    tip.hidden = false
    const box = sheet.getBoundingClientRect()
    const left = x - box.left - tip.offsetWidth / 2
    const above = y - box.top - tip.offsetHeight - 10
    tip.style.left = `${Math.min(Math.max(left, 4), box.width - tip.offsetWidth - 4) + sheet.scrollLeft}px`
    tip.style.top = `${above > 4 ? above : y - box.top + 14}px`
  }
  on(svg, 'pointerover', (event) => {
    const link = event.target.closest('a')
    if (event.pointerType !== 'mouse' || !link || pressed.size > 0) return
    const shape = link.lastElementChild.getBoundingClientRect()
    // A symbol bears it above itself; a large shape where the pointer came in.
    if (shape.width < 60) showTip(link, shape.left + shape.width / 2, shape.top)
    else showTip(link, event.clientX, event.clientY)
  })
  const leave = () => {
    clearTimeout(leaving)
    leaving = setTimeout(hideTip, 150)
  }
  on(svg, 'pointerout', leave)
  on(tip, 'pointerover', () => clearTimeout(leaving))
  on(tip, 'pointerout', leave)
  on(svg, 'focusin', ({ target }) => {
    if (!target.matches('a:focus-visible')) return
    const at = target.lastElementChild.getBBox()
    const [x, y] = [at.x + at.width / 2, at.y + at.height / 2]
    const outside =
      x < view.x || y < view.y || x > view.x + width / view.scale || y > view.y + height / view.scale
    if (outside) show(x - width / view.scale / 2, y - height / view.scale / 2, view.scale)
    const shape = target.lastElementChild.getBoundingClientRect()
    showTip(target, shape.left + shape.width / 2, shape.width < 60 ? shape.top : shape.top + shape.height / 2)
  })
  on(svg, 'focusout', hideTip)

  show(0, 0, 1)
  return () => {
    stop.abort()
    bar.remove()
    tip.remove()
    delete sheet.dataset.peta
  }
}

if (!('__remixContext' in window)) {
  for (const sheet of document.querySelectorAll('.map-sheet')) enhance(sheet)
}
