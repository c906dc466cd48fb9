import { index, type RouteConfig, route } from '@remix-run/route-config'

/** Every page of the portal on one screen, grouped by audience. Access is declared in each file. */
export default [
  // Everyone, without JavaScript
  index('routes/public/home.tsx'),
  route('kim', 'routes/public/directory.tsx'),
  route('kim/:number', 'routes/public/group.tsx'),
  route('verifikasi', 'routes/public/verify-form.tsx'),
  route('verifikasi/:number', 'routes/public/verify.tsx'),
  route('tentang', 'routes/public/about.tsx'),
  route('dasar-hukum', 'routes/public/legal-basis.tsx'),
  route('privasi', 'routes/public/privacy.tsx'),
  route('aksesibilitas', 'routes/public/accessibility.tsx'),

  // One's own account
  route('daftar', 'routes/account/sign-up.tsx'),
  route('masuk', 'routes/account/sign-in.tsx'),
  route('keluar', 'routes/account/sign-out.tsx'),
  route('lupa-sandi', 'routes/account/forgot-password.tsx'),
  route('atur-ulang/:token', 'routes/account/reset-by-link.tsx'),
  route('kode', 'routes/account/reset-by-code.tsx'),
  route('undangan/:token', 'routes/account/invitation.tsx'),
  route('awal/:token', 'routes/account/first-admin.tsx'),
  route('beranda', 'routes/account/home.tsx'),
  route('akun', 'routes/account/profile.tsx'),
  route('akun/sesi', 'routes/account/sessions.tsx'),
  route('pemberitahuan', 'routes/account/notices.tsx'),

  // Groups: registering one and looking after it
  route('kelompok', 'routes/group/list.tsx'),
  route('kelompok/baru', 'routes/group/new-application.tsx'),
  route('kelompok/pendaftaran/:applicationId', 'routes/group/application.tsx'),
  route('kelompok/pendaftaran/:applicationId/identitas', 'routes/group/application-identity.tsx'),
  route('kelompok/pendaftaran/:applicationId/pembentukan', 'routes/group/application-formation.tsx'),
  route('kelompok/pendaftaran/:applicationId/pengurus', 'routes/group/application-board.tsx'),
  route('kelompok/pendaftaran/:applicationId/kontak', 'routes/group/application-contact.tsx'),
  route('kelompok/pendaftaran/:applicationId/periksa', 'routes/group/application-submit.tsx'),
  route('kelompok/pendaftaran/:applicationId/tanda-terima', 'routes/group/application-receipt.tsx'),
  route('kelompok/:groupId', 'routes/group/overview.tsx'),
  route('kelompok/:groupId/profil', 'routes/group/profile.tsx'),
  route('kelompok/:groupId/ketua', 'routes/group/chair.tsx'),
  route('kelompok/:groupId/sk', 'routes/group/decree.tsx'),
  route('kelompok/:groupId/subdomain', 'routes/group/subdomain.tsx'),

  // Offices: Dinas Kominfo and the registrar of kim.id
  route('dinas', 'routes/office/home.tsx'),
  route('dinas/antrean', 'routes/office/queue.tsx'),
  route('dinas/antrean/:applicationId', 'routes/office/review.tsx'),
  route('dinas/entri', 'routes/office/paper-entry.tsx'),
  route('dinas/kelompok', 'routes/office/groups.tsx'),
  route('dinas/kelompok/:groupId', 'routes/office/group.tsx'),
  route('dinas/kegiatan', 'routes/office/activities.tsx'),
  route('dinas/ketua', 'routes/office/handovers.tsx'),
  route('dinas/impor', 'routes/office/imports.tsx'),
  route('dinas/impor/:importId', 'routes/office/import.tsx'),
  route('dinas/subdomain', 'routes/office/subdomains.tsx'),
  route('dinas/petugas', 'routes/office/officers.tsx'),
  route('dinas/kode', 'routes/office/reset-codes.tsx'),
  route('dinas/pengaturan', 'routes/office/settings.tsx'),
  route('dinas/jejak', 'routes/office/audit.tsx'),
  route('registrar', 'routes/office/registrar.tsx'),

  // Administrators
  route('admin', 'routes/admin/home.tsx'),
  route('admin/akun', 'routes/admin/accounts.tsx'),
  route('admin/akun/:accountId', 'routes/admin/account.tsx'),
  route('admin/petugas', 'routes/admin/officers.tsx'),
  route('admin/pengaturan', 'routes/admin/settings.tsx'),
  route('admin/pesan', 'routes/admin/messages.tsx'),
  route('admin/tugas', 'routes/admin/jobs.tsx'),
  route('admin/jejak', 'routes/admin/audit.tsx'),

  // Machines
  route('healthz', 'routes/api/healthz.ts'),
  route('readyz', 'routes/api/readyz.ts'),
  route('api/v1/wilayah/:code', 'routes/api/region.ts'),
  route('api/v1/kim', 'routes/api/groups.ts'),
  route('api/v1/kim/:number', 'routes/api/group.ts'),
  route('api/*', 'routes/api/unknown.ts'),

  // Files and small answers for our own pages
  route('dokumen/:documentId', 'routes/resources/document.ts'),
  route('tanda-daftar/:certificateId', 'routes/resources/certificate.ts'),
  route('registrar/unduh/:format', 'routes/resources/subdomain-export.ts'),
  route('dinas/kegiatan/unduh/:format', 'routes/resources/activity-export.ts'),
  route('wilayah/cari', 'routes/resources/region-search.ts'),
  route('dinas/impor/contoh', 'routes/resources/import-template.ts'),
  route('dinas/impor/:importId/unduh', 'routes/resources/import-result.ts'),
  route('subdomain/cek', 'routes/resources/subdomain-check.ts'),

  route('*', 'routes/public/not-found.tsx'),
] satisfies RouteConfig
