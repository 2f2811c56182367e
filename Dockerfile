# The command line in a container: docker build -t leaklens . && docker run --rm -v "$PWD:/code:ro" leaklens scan
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish server/LeakLens.Server -c Release -r linux-x64 -o /out

FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
COPY --from=build /out/leaklens /usr/local/bin/leaklens
RUN useradd --create-home scanner
USER scanner
WORKDIR /code
ENTRYPOINT ["leaklens"]
