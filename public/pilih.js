/*
 * For a list of which some are chosen (`app/ui/choosing.tsx`), on pages where Remix does not run: one button ticks all
 * boxes or none without a new page, and a second press within ten seconds sends nothing.
 * Without it a link ticks them. Served as it is, so: no imports.
 */
const place = '__remixContext' in window ? null : document.querySelector('[data-pilih]')
if (place) {
  const [link, button] = [place.querySelector('a'), place.querySelector('button')]
  const form = place.closest('form')
  const boxes = [...form.querySelectorAll('table input[type="checkbox"]:enabled')]
  const areAllTicked = () => boxes.every((box) => box.checked)
  const tell = () => {
    button.textContent = areAllTicked() ? 'Kosongkan pilihan' : 'Pilih semua di halaman ini'
  }
  let sentAt = 0
  button.addEventListener('click', () => {
    const ticked = !areAllTicked()
    for (const box of boxes) box.checked = ticked
    tell()
  })
  form.addEventListener('change', tell)
  form.addEventListener('submit', (event) => {
    if (Date.now() - sentAt < 10_000) event.preventDefault()
    else sentAt = Date.now()
  })
  // Coming back, the browser puts the boxes where they were left.
  window.addEventListener('pageshow', () => {
    sentAt = 0
    tell()
  })
  tell()
  link.hidden = true
  button.hidden = false
}
