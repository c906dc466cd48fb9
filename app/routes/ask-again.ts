/**
 * For the routes whose forms carry a version: after a refusal the page is asked anew, so that the next try carries the
 * version that is stored now. What was typed stays in the form.
 */
export const shouldRevalidate = () => true
