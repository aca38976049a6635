# The site and its subcommands: docker build -t engagement .   (docs/kubernetes.md)
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY infra infra
COPY src src
RUN dotnet publish src/Engagement.Web -c Release -o /app --nologo

# No shell, no package manager, no ICU: the program runs in invariant mode, as every test does (Directory.Build.props).
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /app
COPY --from=build /app .
ENV ASPNETCORE_HTTP_PORTS=8080 DOTNET_EnableDiagnostics=0
USER $APP_UID
EXPOSE 8080
ENTRYPOINT ["dotnet", "Engagement.Web.dll"]
