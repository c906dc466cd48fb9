/** A ticket's QR code with the same to type below it. */
export function TicketCode({ name, qr, code }: { name: string; qr: string; code: string }) {
  return (
    <figure className="my-4 w-56">
      <img
        src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
        alt={`Kode QR tiket ${name}`}
        width={224}
        height={224}
        className="border border-line"
      />
      <figcaption className="mt-1 text-center">
        <span className="font-mono text-xl tracking-widest">{code}</span>
        <span className="block text-sm text-soft">tunjukkan di pintu</span>
      </figcaption>
    </figure>
  )
}
