# The program in one image: `docker build -t carnk-monitor .`, then run it with ConnectionStrings__Monitor for a real site.
ARG DOTNET=10.0

FROM mcr.microsoft.com/dotnet/sdk:${DOTNET} AS build
WORKDIR /source
COPY . .
# A test runs this very command and starts what it makes.
RUN dotnet publish src/CarNkMonitor.Web -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:${DOTNET}
WORKDIR /app
COPY --from=build /app .
# Without PostgreSQL the record is a file here; only this folder is writable for the program.
RUN mkdir /data && chown $APP_UID /data
VOLUME /data
USER $APP_UID
ENV ASPNETCORE_HTTP_PORTS=8080 Database__File=/data/carnk-monitor.db
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=6s --start-period=60s CMD ["dotnet", "CarNkMonitor.Web.dll", "health"]
ENTRYPOINT ["dotnet", "CarNkMonitor.Web.dll"]
