/** Whether a group may ask for a name now. */
export interface Availability {
  label: string
  available: boolean
  /** What to say about it, whole sentences. */
  message: string
}
