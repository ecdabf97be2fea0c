/** Every id in the catalogue, in alphabetical order; a test holds it against the files. */
export const catalogueIds = ['google-ads', 'google-analytics', 'google-recaptcha', 'matomo', 'meta-pixel', 'youtube'] as const
