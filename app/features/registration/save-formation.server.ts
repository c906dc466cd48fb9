import { type AcceptedFile, acceptFile } from '~/features/documents/accept-file.server'
import { attachDocument, removeDocument } from '~/features/documents/attach-document.server'
import { type DocumentKind, documentKinds } from '~/features/documents/documents.schema'
import type { Actor } from '~/features/identity/actor'
import { localDate } from '~/platform/calendar'
import { type AppError, isAppError } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { mayChange } from './applicant.policy'
import { changeApplication } from './change-application.server'
import { findOwnApplication } from './find-application.server'
import { type FormationForm, fileFields } from './formation-form.schema'
import { wrongFields } from './registration.errors'
import type { FormationAnswers, ReviewItem } from './registration.schema'

/** No board is appointed for longer; terms of three to five years were found (domain facts 3.1). */
const MAX_TERM_YEARS = 10

interface Input {
  actor: Actor
  applicationId: string
  value: FormationForm
  requestId?: string
}

/**
 * Saves how a group was formed, with its files. What can be kept is kept: a file that is refused holds back
 * neither the text nor the other files, and its refusal is thrown at the end with words at its field.
 * After a return only what the office marked is taken; accepted parts stay as they are.
 * @throws notFound, wrong_fields, not_editable, item_locked, changed_meanwhile
 */
export async function saveFormation(services: Services, input: Input): Promise<void> {
  const { store, clock, newId } = services
  const { actor, applicationId, value, requestId } = input
  const now = clock()
  const opened = await findOwnApplication({ db: store.read, tables: store.tables }, actor, applicationId)
  assertDates(value, localDate(now, opened.place.zone))
  const { accepted, refused } = await acceptFiles(services, value)
  await store.transact(async (tx) => {
    const own = await findOwnApplication(tx, actor, applicationId)
    const { status, answers } = own.application
    const textIsAccepted = status === 'returned' && !mayChange(status, own.verdicts, 'formation').allowed
    const items: ReviewItem[] = textIsAccepted ? [] : ['formation']
    const set = items.length > 0 ? { answers: { ...answers, formation: formationAnswers(value) } } : {}
    let filesChanged = false
    for (const kind of documentKinds) {
      const file = accepted.get(kind)
      const removing = !file && value.remove.includes(kind)
      if (!file && !removing) continue
      items.push(kind)
      const change = { owner: { applicationId }, kind, now }
      const changed = file
        ? (await attachDocument(tx, { ...change, file, uploadedBy: actor.id, newId })).attached
        : await removeDocument(tx, change)
      filesChanged ||= changed
    }
    const { version } = value
    await changeApplication(tx, { actor, own, version, set, items, filesChanged, now, newId, requestId })
  })
  if (refused.length > 0) {
    throw wrongFields(Object.fromEntries(refused.map(({ field, error }) => [field, error.message])))
  }
}

async function acceptFiles(services: Services, value: FormationForm) {
  const accepted = new Map<DocumentKind, AcceptedFile>()
  const refused: { field: string; error: AppError }[] = []
  for (const kind of documentKinds) {
    const field = fileFields[kind]
    const file = value[field]
    if (!file) continue
    try {
      accepted.set(kind, await acceptFile(services, file, field))
    } catch (error) {
      if (!isAppError(error)) throw error
      refused.push({ field, error })
    }
  }
  return { accepted, refused }
}

function formationAnswers(value: FormationForm): FormationAnswers {
  const { meetingOn, meetingMinutes, decreeNumber, decreeDate } = value
  const { decreeIssuerKind, decreeIssuerName, decreeValidUntil } = value
  return {
    meetingOn,
    meetingMinutes,
    decreeNumber,
    decreeDate,
    decreeIssuerKind,
    decreeIssuerName,
    decreeValidUntil,
  }
}

function assertDates({ meetingOn, decreeDate, decreeValidUntil }: FormationForm, today: string): void {
  const wrong: Record<string, string> = {}
  if (meetingOn && meetingOn > today) wrong.meetingOn = 'Tanggal musyawarah belum terjadi. Periksa tahunnya.'
  if (decreeDate && decreeDate > today) wrong.decreeDate = 'Tanggal SK belum terjadi. Periksa tahunnya.'
  const from = decreeDate ?? today
  const longest = `${Number(from.slice(0, 4)) + MAX_TERM_YEARS}${from.slice(4)}`
  if (decreeValidUntil && decreeDate && decreeValidUntil <= decreeDate) {
    wrong.decreeValidUntil = 'Masa berlaku harus sesudah tanggal SK.'
  } else if (decreeValidUntil && decreeValidUntil > longest) {
    wrong.decreeValidUntil = `Masa berlaku paling lama ${MAX_TERM_YEARS} tahun sesudah tanggal SK. Periksa tahunnya.`
  }
  if (Object.keys(wrong).length > 0) throw wrongFields(wrong)
}
