/*
 * Says at which date the slider over the ends of months stands while it is moved, to the eye and to a screen reader.
 * Without it the slider works, and tells its date once the page is sent. Served as it is, so: no imports.
 */
for (const slider of document.querySelectorAll('input[type="range"][list]')) {
  const output = document.querySelector(`output[for="${slider.id}"]`)
  const tell = () => {
    const { label } = slider.list.options[slider.value]
    slider.setAttribute('aria-valuetext', label)
    output.textContent = label
  }
  slider.addEventListener('input', tell)
  // Coming back, the browser puts the slider where it was left.
  window.addEventListener('pageshow', tell)
  tell()
  output.hidden = false
}
