# docker build -t checker . && docker run --rm -v "$PWD:/texts" checker audit source.md copy.md
FROM python:3.12-slim AS build
COPY pyproject.toml README.md LICENSE /checker/
COPY prompts /checker/prompts
COPY checker /checker/checker
RUN python -m venv /opt/checker && /opt/checker/bin/python -m pip install --no-cache-dir /checker

FROM python:3.12-slim
# git is for --changed-since. What is mounted belongs to another user, which git would refuse.
RUN apt-get update && apt-get install --yes --no-install-recommends ca-certificates git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*' \
    && useradd --create-home checker
COPY --from=build /opt/checker /opt/checker
ENV PATH=/opt/checker/bin:$PATH PYTHONUNBUFFERED=1
USER checker
WORKDIR /texts
ENTRYPOINT ["checker"]
CMD ["--help"]
