import type { Contact } from '~/features/groups/groups.schema'
import type { NewDecree, NewGroup } from '~/features/groups/register-group.server'
import type { Answers, FormationAnswers } from './registration.schema'

const nothingPublic: Contact = {
  channels: {},
  publicChannels: [],
  publicChairName: false,
  publicAddress: false,
  publicLocation: false,
}

interface Approved {
  groupName: string
  source: 'online' | 'paper'
  answers: Answers
  provinceCode: string
  regencyCode: string
  districtCode: string
  villageCode: string
}

/** The group that an application asks for, in the words of its answers. */
export function newGroupFrom({ groupName, answers, source, ...at }: Approved): NewGroup {
  const { identity, formation, board, contact } = answers
  return {
    name: groupName,
    ...identity,
    contact: contact ?? nothingPublic,
    source,
    provinceCode: at.provinceCode,
    regencyCode: at.regencyCode,
    districtCode: at.districtCode,
    villageCode: at.villageCode,
    members: board?.members ?? [],
    decree: formation ? decreeOf(formation) : null,
  }
}

/** A decree counts once its number, date and issuer are known. */
function decreeOf(formation: FormationAnswers): NewDecree | null {
  const { decreeNumber, decreeDate, decreeIssuerKind, decreeIssuerName, decreeValidUntil } = formation
  if (!decreeNumber || !decreeDate || !decreeIssuerKind) return null
  return {
    number: decreeNumber,
    date: decreeDate,
    issuerKind: decreeIssuerKind,
    issuerName: decreeIssuerName,
    validUntil: decreeValidUntil,
  }
}
