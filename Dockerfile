FROM python:3.11-slim AS build
WORKDIR /source
COPY . .
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.11-slim
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir "$(echo /wheels/urakata-*.whl)[postgres]" \
    && useradd --system --no-create-home urakata \
    && install --directory --owner=urakata --group=urakata --mode=700 /data

# 0.0.0.0 is inside the container: nobody outside reaches the port unless it is published.
ENV DATABASE_URL=sqlite:////data/urakata.sqlite3 \
    HOST=0.0.0.0 \
    PORT=3000 \
    PYTHONUNBUFFERED=1
USER urakata
WORKDIR /data
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=20s CMD ["python", "-c", "import http.client, os, sys; bot = http.client.HTTPConnection('127.0.0.1', int(os.environ['PORT']), timeout=5); bot.request('GET', '/livez'); sys.exit(bot.getresponse().status != 200)"]
CMD ["urakata", "run"]
