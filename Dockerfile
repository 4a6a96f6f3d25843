# The server paymentcrypto in an image of nothing but itself and the libraries that it opens. Build it in a clone: docker build -t paymentcrypto .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev zlib1g-dev
COPY . /source
RUN dotnet publish /source/src/PaymentCrypto.Server -r linux-$(dpkg --print-architecture | sed s/amd64/x64/) -o /program \
    && /source/examples/ci/image-root /program /image && mkdir /data

FROM scratch
COPY --from=build /image /
# Nobody: it listens above 1024 and keeps nothing unless a volume is given: serve --listen 0.0.0.0 --path /data/store. Docker gives a new
# volume the owner that the folder has in the image; the store below it is a directory of the server's own making, closed to all others.
COPY --from=build --chown=65532:65532 /data /data
USER 65532:65532
EXPOSE 8090
ENTRYPOINT ["/paymentcrypto"]
# Beyond this machine it demands signatures: give it PAYMENTCRYPTO_ACCESS_KEYS.
CMD ["serve", "--listen", "0.0.0.0"]
