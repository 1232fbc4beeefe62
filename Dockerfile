# JupyterLab with the kernel "Java (Copse)" in a container; docs/front-ends.md says how to start it.
FROM debian:bookworm-slim
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      openjdk-17-jdk-headless maven python3 python3-venv ca-certificates fonts-liberation fontconfig \
 && rm -rf /var/lib/apt/lists/*
RUN useradd --create-home reader
COPY --chown=reader . /home/reader/copse
USER reader
WORKDIR /home/reader/copse
RUN python3 kernel/copse.py setup
EXPOSE 8888
CMD ["python3", "kernel/copse.py", "lab", "notebooks", "--", "--ServerApp.ip=0.0.0.0", "--ServerApp.open_browser=False"]
