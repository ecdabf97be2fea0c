// What shows or plays. Of an image or a sound no script needs to insert anything.
const size = [1, 1]
hear(new Image(), '/image.gif').src = `${vendor}/image.gif`
hear(new Image(...size), '/image-size.gif').setAttribute('src', `${vendor}/image-size.gif`)
hear(document.createElement('img'), '/created.gif').src = `${vendor}/created.gif`
hear(new Image(), '/set.gif').srcset = `${vendor}/set.gif 1x, ${vendor}/unused.gif 4x`
hear(new Image(), '/both.gif').setAttribute('srcset', `/own-unused.gif?${vendor} 4x, ${vendor}/both.gif 1x`)

const sound = new Audio()
sound.src = `${vendor}/audio.mp4`
sound.preload = 'auto'
sound.load()
new Audio(`${vendor}/named.mp4`)
const music = document.createElement('audio')
music.preload = 'auto'
music.src = `${vendor}/music.mp4`

const video = document.createElement('video')
video.preload = 'auto'
video.poster = `${vendor}/poster.gif`
video.src = `${vendor}/video.mp4`
place.append(video)

const withSource = document.createElement('video')
withSource.preload = 'auto'
const source = document.createElement('source')
source.src = `${vendor}/source.mp4`
withSource.append(source)
place.append(withSource)

const picture = document.createElement('picture')
const choice = document.createElement('source')
choice.srcset = `${vendor}/picture.gif`
picture.append(choice, document.createElement('img'))
place.append(picture)

const button = document.createElement('input')
button.type = 'image'
button.src = `${vendor}/button.gif`
place.append(button)

const lazy = document.createElement('img')
lazy.loading = 'lazy'
lazy.src = `${vendor}/lazy.gif`
place.prepend(lazy)
