# Debian 12 with Postroad, all that its tests need, and the program built: see docs/install.md.
FROM debian:bookworm
WORKDIR /postroad
COPY . .
RUN ./postroad install test && ./postroad list && rm -rf /var/lib/apt/lists/*
ENTRYPOINT ["/postroad/postroad"]
CMD ["help"]
