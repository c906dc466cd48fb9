import { useSyncExternalStore } from 'react'

/** A photo that was chosen in this browser and is not yet on the server. */
export interface QueuedPhoto {
  /** Made here: sent twice it is stored once. */
  id: string
  activityId: string
  /** Shrunk; null while the browser is still at it. */
  picture: Blob | null
  /** For looking at it before it is sent. */
  preview: string
  state: 'chosen' | 'sending' | 'waiting' | 'signedOut' | 'refused'
  /** From 0 to 1 while it is sent. */
  progress: number
  /** Why it was refused, or what it waits for. */
  message: string
}

const LARGEST_SIDE = 1600
const RETRY_AFTER = [2_000, 6_000, 15_000, 40_000]

let queue: readonly QueuedPhoto[] = []
const nothing: readonly QueuedPhoto[] = []
const listeners = new Set<() => void>()
/** The form token for each activity whose text is stored: its photos go from whatever page the person went on to. */
const tokens = new Map<string, string>()

function set(next: readonly QueuedPhoto[]): void {
  queue = next
  for (const listener of listeners) listener()
  watchTheWay(queue.some(({ activityId, state }) => tokens.has(activityId) && state !== 'refused'))
  for (const activityId of tokens.keys()) sendNext(activityId)
}

/** While photos are on their way, leaving the portal is asked about, and a line that comes back is used. */
function watchTheWay(unsent: boolean): void {
  const heed = unsent ? 'addEventListener' : 'removeEventListener'
  window[heed]('beforeunload', hold)
  window[heed]('online', retryAll)
}

function hold(event: Event): void {
  event.preventDefault()
}

function retryAll(): void {
  for (const activityId of tokens.keys()) retryPhotos(activityId)
}

function change(id: string, part: Partial<QueuedPhoto>): void {
  set(queue.map((photo) => (photo.id === id ? { ...photo, ...part } : photo)))
}

/** The photos of an activity that still wait in this browser; they survive going from page to page. */
export function useQueuedPhotos(activityId: string): readonly QueuedPhoto[] {
  const all = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    queuedPhotos,
    () => nothing,
  )
  return all.filter((photo) => photo.activityId === activityId)
}

/** What waits now. */
export function queuedPhotos(): readonly QueuedPhoto[] {
  return queue
}

/** Takes photos for an activity and begins to shrink them. */
export function queuePhotos(activityId: string, files: File[]): void {
  for (const file of files) {
    const id = newPhotoId()
    const preview = URL.createObjectURL(file)
    set([...queue, { id, activityId, picture: null, preview, state: 'chosen', progress: 0, message: '' }])
    void shrink(file).then((picture) => change(id, { picture }))
  }
}

/** Lets a photo go that was not sent. */
export function dropPhoto(id: string): void {
  const photo = queue.find((queued) => queued.id === id)
  if (photo) URL.revokeObjectURL(photo.preview)
  set(queue.filter((queued) => queued.id !== id))
}

/** The photos of a form go to the activity that it is stored as after all. */
export function movePhotos(from: string, to: string): void {
  set(queue.map((photo) => (photo.activityId === from ? { ...photo, activityId: to } : photo)))
}

/** Sends the photos of a stored activity, one after the other, also those that are still being shrunk. */
export function sendPhotos(activityId: string, csrf: string): void {
  tokens.set(activityId, csrf)
  set(queue)
}

/** Each change of the queue looks whether there is something to send; of one activity one photo goes at a time. */
function sendNext(activityId: string): void {
  const own = queue.filter((photo) => photo.activityId === activityId)
  if (own.some(({ state }) => state === 'sending')) return
  const next = own.find(({ state, picture }) => state === 'chosen' && picture)
  if (next) void send(next, 0)
}

/** Tries again what was given up. */
export function retryPhotos(activityId: string): void {
  const isGivenUp = (photo: QueuedPhoto) =>
    photo.activityId === activityId && (photo.state === 'waiting' || photo.state === 'signedOut')
  if (queue.some(isGivenUp)) set(queue.map((photo) => (isGivenUp(photo) ? again(photo) : photo)))
}

function again(photo: QueuedPhoto): QueuedPhoto {
  return { ...photo, state: 'chosen', progress: 0, message: '' }
}

async function send(photo: QueuedPhoto, attempt: number): Promise<void> {
  change(photo.id, { state: 'sending', progress: 0, message: '' })
  const answer = await post(photo, (progress) => change(photo.id, { progress }))
  if (answer.stored) return dropPhoto(photo.id)
  if (answer.signedOut) {
    const message = 'Anda sudah keluar. Masuk lagi di tab lain, lalu coba kirim lagi; foto masih di sini.'
    return change(photo.id, { state: 'signedOut', message })
  }
  if (answer.refused) {
    return change(photo.id, {
      state: 'refused',
      message: answer.message || 'Foto ini tidak dapat diterima.',
    })
  }
  const pause = RETRY_AFTER[attempt]
  if (pause === undefined) {
    return change(photo.id, { state: 'waiting', message: 'Sambungan belum baik. Foto ini masih di sini.' })
  }
  change(photo.id, { progress: 0, message: 'Sambungan terputus, dicoba lagi…' })
  setTimeout(() => void send(photo, attempt + 1), pause)
}

/** What became of a photo that was sent; none of the three when the line, or something on it, was in the way. */
interface Answer {
  stored: boolean
  /** The session ended, or became another one: the page must be asked anew. */
  signedOut: boolean
  refused: boolean
  message: string
}

/** XMLHttpRequest, because it alone tells how much has been sent. */
function post({ id, activityId, picture }: QueuedPhoto, onProgress: (part: number) => void): Promise<Answer> {
  return new Promise((done) => {
    const form = new FormData()
    form.set('csrf', tokens.get(activityId) ?? '')
    form.set('photoId', id)
    form.set('photo', picture ?? new Blob(), 'foto.jpg')
    const request = new XMLHttpRequest()
    request.open('POST', `/kegiatan/${activityId}/foto`)
    request.timeout = 180_000
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = request.onerror = request.ontimeout = () => done(answerIn(request))
    request.send(form)
  })
}

/** Only the portal's own JSON says that a photo is stored: a page, such as that for signing in, does not. */
function answerIn({
  status,
  responseURL,
  responseText,
}: Pick<XMLHttpRequest, 'status' | 'responseURL' | 'responseText'>): Answer {
  const said = parsed(responseText)
  return {
    stored: status === 200 && typeof said.stored === 'boolean',
    signedOut: status === 401 || status === 403 || /\/masuk(\?|$)/.test(responseURL),
    refused: status >= 400 && status < 500 && status !== 408 && status !== 429,
    message: typeof said.message === 'string' ? said.message : '',
  }
}

function parsed(text: string): { stored?: unknown; message?: unknown } {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null ? answer : {}
  } catch {
    return {}
  }
}

/** At most 1600 pixels a side as JPEG; what this browser cannot draw goes as it is, and the server says its word. */
async function shrink(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const part = Math.min(1, LARGEST_SIDE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * part))
    canvas.height = Math.max(1, Math.round(picture.height * part))
    const context = canvas.getContext('2d')
    if (!context) return file
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.82))
    return small && (small.size < file.size || part < 1) ? small : file
  } catch {
    return file
  }
}

/** A random UUID; `crypto.randomUUID` is missing where the portal is tried without https. */
function newPhotoId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
