// A photo is made small on the phone before it goes anywhere: less to send, and nothing that the camera wrote into it.
const most = 1600;
for (const field of document.querySelectorAll('input[data-shrink]')) {
    field.addEventListener('change', async () => {
        const file = field.files[0];
        if (!file || !window.createImageBitmap || !window.DataTransfer) return;
        try {
            const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
            const scale = Math.min(1, most / Math.max(picture.width, picture.height));
            const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
            canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
            const small = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.85));
            if (!small) return;
            const box = new DataTransfer();
            box.items.add(new File([small], 'photo.jpg', { type: 'image/jpeg' }));
            field.files = box.files;
        } catch { /* what this phone can't read is left to the site, which says why */ }
    });
}
