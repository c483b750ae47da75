# An image with the program and git, which `--since` asks. Run it on the code in the current folder:
#
#     docker run --rm --volume "$PWD:/code" bodyguard check ./...
FROM rust:1.90-alpine AS build
RUN apk add --no-cache musl-dev
WORKDIR /build
COPY Cargo.toml Cargo.lock build.rs ./
COPY src src
COPY queries queries
COPY schemas schemas
RUN cargo build --profile dist --locked

FROM alpine:3.22
RUN apk add --no-cache git \
    # The code is not owned by the user of the image, and git would refuse it.
    && git config --system --add safe.directory '*'
COPY --from=build /build/target/dist/bodyguard /usr/local/bin/bodyguard
WORKDIR /code
ENTRYPOINT ["bodyguard"]
CMD ["check"]
