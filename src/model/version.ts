/** The package's version, which a test holds against package.json. Settings kept by another version are not used. */
export const version = '0.1.0'
