import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { endMembership } from '~/features/groups/end-membership.server'
import { GroupId } from '~/features/groups/groups.schema'
import { inviteMember } from '~/features/groups/invite-member.server'
import { membersScreen } from '~/features/groups/members.queries.server'
import { membersFormSchema } from '~/features/groups/members.schema'
import { revokeMemberInvitation } from '~/features/groups/revoke-member-invitation.server'
import { InviteMemberForm, MemberTable, OpenInvitations } from '~/features/groups/ui/member-lists'
import { NewLink } from '~/features/identity/ui/new-link'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { redirectShowing, shownInvitation, takeShown } from '~/routes/shown-once.server'
import { answerFor } from '~/ui/answer-for'
import { Page, Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'

const params = z.object({ groupId: GroupId })

export const meta = () => [{ title: 'Anggota yang boleh mencatat · Simpul KIM' }]

export const loader = pageLoader(
  { access: { can: 'group.manage' }, params },
  async ({ params: { groupId }, actor, services, request }) => {
    const { shown, headers } = await takeShown(request)
    const screen = await membersScreen(services, actor, groupId)
    return data({ ...screen, shown, newId: services.newId() }, { headers })
  },
)

export const action = formAction(
  { access: { can: 'group.manage' }, params, schema: membersFormSchema },
  async ({ params: { groupId }, value, actor, services, requestId }) => {
    const path = `/kelompok/${groupId}/anggota`
    const act = { actor, requestId, groupId }
    switch (value.intent) {
      case 'invite': {
        const invited = { ...value, contact: value.contact, ...act }
        return redirectShowing(path, shownInvitation(await inviteMember(services, invited)))
      }
      case 'revoke':
        await revokeMemberInvitation(services, { ...value, ...act })
        return redirectSaying(path, 'Undangan sudah dibatalkan. Tautannya tidak berlaku lagi.')
      case 'end':
        await endMembership(services, { ...value, ...act })
        return redirectSaying(path, 'Akses anggota itu sudah diakhiri.')
    }
  },
)

export default function Members() {
  const screen = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { group, shown, mayChange } = screen
  return (
    <Page
      title="Anggota yang boleh mencatat"
      lead={`Mereka yang dapat mencatat kegiatan ${group.name} dengan akunnya sendiri.`}
      back={{ to: `/kelompok/${group.id}`, label: group.name }}
    >
      {shown?.link && <NewLink link={shown.link} name={shown.name ?? ''} emailed={shown.emailed === 'ya'} />}
      <Refusal result={answerFor(answer, 'revoke') ?? answerFor(answer, 'end')} />
      <MemberTable {...screen} />
      {mayChange ? (
        <>
          <Section title="Undang anggota">
            <InviteMemberForm key={screen.newId} id={screen.newId} answer={answer} />
          </Section>
          <Section title="Undangan yang menunggu jawaban">
            <OpenInvitations {...screen} />
          </Section>
        </>
      ) : (
        <p className="mt-6 text-soft">
          {group.status === 'closed'
            ? 'KIM ini sudah ditutup, sehingga tidak ada lagi yang diundang.'
            : 'Anggota baru diundang oleh ketua dari halaman ini.'}
        </p>
      )}
    </Page>
  )
}
