/*
 * For a list of which some are chosen (`app/ui/choosing.tsx`), on pages where Remix does not run: one button ticks all
 * boxes or none without a new page, and what was chosen is sent once, however often one presses.
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
  let isSent = false
  button.addEventListener('click', () => {
    const ticked = !areAllTicked()
    for (const box of boxes) box.checked = ticked
    tell()
  })
  form.addEventListener('change', tell)
  form.addEventListener('submit', (event) => {
    if (isSent) event.preventDefault()
    isSent = true
  })
  // Coming back, the browser puts the boxes where they were left.
  window.addEventListener('pageshow', () => {
    isSent = false
    tell()
  })
  tell()
  link.hidden = true
  button.hidden = false
}
